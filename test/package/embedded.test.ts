import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { root, run } from './world.ts';

const { project } = inject('world');
const tsc = join(root, 'node_modules/typescript/bin/tsc');

describe('A service that embeds the package', () => {
  const told = run(project, process.execPath, 'embedded/main.ts');
  const under = (heading: string): string => told.slice(told.indexOf(heading)).split(/\s*\n\s*\n/)[0] ?? '';

  it('compiles where nothing is skipped', () => {
    const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022,dom'];
    const modules = ['--module', 'nodenext', '--allowImportingTsExtensions'];
    run(project, process.execPath, tsc, ...options, ...modules, 'embedded/main.ts');
  });

  it('says no to whoever may not, with the rule and its clauses', () => {
    expect(under('Geweigerd')).toMatch(/\(D-2\.14d\.1.*\)/);
  });

  it('dates what is done at half past eleven in the evening, in UTC, on the day that it is in Amsterdam', () => {
    expect(under('Werklijst')).toContain('bedrijfsarts second opinion, 2026-03-19');
  });

  it('shows what is late, whose case it is, where it stands, and the forms that can be sent', () => {
    expect(under('Werklijst om 2026-03-26T22:30')).not.toContain('!');
    expect(under('Werklijst om 2026-03-26T23:30')).toContain('!');
    expect(under('Mijn zaken')).toContain('case-1 (employee)');
    const page = under('Pagina van de werknemer');
    expect(page).toContain('U heeft een second opinion aangevraagd');
    expect(page).toMatch(/\[een klacht indienen\] complaint \(\w+\), against \(person\)/);
  });

  it('writes a letter again where a correction makes it read otherwise, and to nobody else', () => {
    const [, ...letters] = under('Anders verteld').split(/\n(?=\S+: )/);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('3 april 2026');
  });

  it('goes on with a live actor, which says no, and gives the case back', () => {
    expect(told).toContain('Nee: ');
    expect(told.trim().endsWith('execution.reviewing')).toBe(true);
  });
});

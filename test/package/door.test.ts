import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doors, folder, reportOf } from './door.ts';

describe('The package offers what docs/api says; "npm run api" writes down what has changed', () => {
  it.each(Object.keys(doors) as (keyof typeof doors)[])('%s', (door) => {
    expect(reportOf(door)).toBe(readFileSync(join(folder, `${door}.api.md`), 'utf8'));
  });
});

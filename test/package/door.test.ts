import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, pages } from './door.ts';

describe('The package offers what docs/api says; "npm run api" writes down what has changed', () => {
  it.each(Object.entries(pages))('%s', (name, written) => {
    expect(written()).toBe(readFileSync(join(folder, name), 'utf8'));
  });
});

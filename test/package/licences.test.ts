import { expect, it } from 'vitest';
import { faultsIn } from './licences.ts';

/** A package of this licence, which the library needs, or a tool of it alone. */
const locked = (path: string, license: string | undefined, root: 'needs it' | 'works with it' = 'needs it') => {
  const name = path.replace(/^node_modules\//, '');
  return faultsIn({
    packages: {
      '': root === 'needs it' ? { dependencies: { [name]: '1.0.0' } } : {},
      [path]: { version: '1.0.0', ...(license === undefined ? {} : { license }) },
    },
  });
};

it('A licence on no list is a fault, and so is none', () => {
  expect(locked('node_modules/a', 'GPL-3.0-or-later')).toEqual(['a 1.0.0: GPL-3.0-or-later']);
  expect(locked('node_modules/a', undefined)).toEqual(['a 1.0.0: no licence']);
  expect(locked('node_modules/a', 'SEE LICENSE IN LICENSE.md')).toHaveLength(1);
  expect(locked('node_modules/a', 'MIT AND GPL-2.0-only')).toHaveLength(1);
  expect(locked('node_modules/a', 'MIT')).toEqual([]);
});

it('Of two licences one may be chosen', () => {
  expect(locked('node_modules/a', '(GPL-2.0-only OR MIT)')).toEqual([]);
});

it('What only a tool may have is a fault in what is published', () => {
  expect(locked('node_modules/@b/c', 'MPL-2.0', 'works with it')).toEqual([]);
  expect(locked('node_modules/@b/c', 'MPL-2.0')).toEqual(['@b/c 1.0.0: MPL-2.0']);
});

it('What only a tool may have is a fault in what something published needs, wherever that is', () => {
  for (const place of ['node_modules/@b/c', 'node_modules/a/node_modules/@b/c']) {
    const packages = {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { '@b/c': '1.0.0' } },
      [place]: { version: '1.0.0', license: 'MPL-2.0' },
    };
    expect(faultsIn({ packages })).toEqual(['@b/c 1.0.0: MPL-2.0']);
  }
});

it('What only a tool may have is a fault in a peer, which others install', () => {
  const peer = { '': { peerDependencies: { a: '^1.0.0' } } };
  const packages = { ...peer, 'node_modules/a': { version: '1.0.0', license: 'MPL-2.0' } };
  expect(faultsIn({ packages })).toEqual(['a 1.0.0: MPL-2.0']);
});

it('A licence that is allowed by name is allowed to no other, and to a tool only', () => {
  expect(locked('node_modules/@restatedev/restate-server-linux-x64', 'BSL', 'works with it')).toEqual([]);
  expect(locked('node_modules/@restatedev/restate-server', 'BSL')).toHaveLength(1);
  expect(locked('node_modules/a', 'BSL', 'works with it')).toEqual(['a 1.0.0: BSL']);
});

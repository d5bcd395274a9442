import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { missingEntries } from './complete-lockfile.ts';
import { inProject } from './project.ts';

it('finds every optional package of our lockfile in it, so that npm ci takes it on any system', () => {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  // When this fails: node scripts/complete-lockfile.ts
  expect(missingEntries(packages)).toEqual({});
});

it('writes an entry that npm can skip on other systems', () => {
  const packages = {
    '': {},
    'node_modules/tool': {
      dev: true,
      optionalDependencies: { '@tool/linux-x64-musl': '1.2.3', '@tool/darwin-arm64': '1.2.3' },
    },
    'node_modules/@tool/darwin-arm64': { version: '1.2.3' },
  };
  expect(missingEntries(packages)).toEqual({
    'node_modules/@tool/linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      os: ['linux'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
  });
});

it('refuses to guess the system of a package that does not name one', () => {
  const packages = { 'node_modules/tool': { optionalDependencies: { fsevents: '2.3.3' } } };
  expect(() => missingEntries(packages)).toThrow(/fsevents/);
});

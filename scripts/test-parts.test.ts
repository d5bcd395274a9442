import { expect, it } from 'vitest';
import { chooseParts, PARTS } from './test-parts.ts';

it('runs everything in order when nothing is asked for', () => {
  expect(chooseParts([])).toEqual({ parts: [...PARTS], filters: [] });
});

it('runs the named parts in their usual order', () => {
  expect(chooseParts(['e2e', 'unit']).parts).toEqual(['unit', 'e2e']);
});

it('runs the fault campaign after the integration tests', () => {
  expect(chooseParts(['faults', 'integration']).parts).toEqual(['integration', 'faults']);
});

it('passes what follows a part on as a filter', () => {
  expect(chooseParts(['e2e', 'upload'])).toEqual({ parts: ['e2e'], filters: ['upload'] });
});

it.each([
  ['lib/domain/try-on.test.ts', ['unit']],
  ['lib/server/use-cases/submit-try-on.integration.ts', ['integration']],
  ['e2e/upload.spec.ts', ['e2e']],
  ['lib/domain', ['unit', 'integration']],
])('finds the part of the path %s', (path, parts) => {
  expect(chooseParts([path])).toEqual({ parts, filters: [path] });
});

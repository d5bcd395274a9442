import { expect, it } from 'vitest';
import { sayChanged, sayUndone } from './change-garments.ts';

const result = { id: null, changed: 4, same: 0, left: { count: 0, garments: [] } };
const status = (to: 'ACTIVE' | 'DRAFT' | 'ARCHIVED') => ({ kind: 'status', status: to }) as const;

it('calls a change by its name', () => {
  expect(sayChanged(result, status('ACTIVE'))).toBe('4 garments published.');
  expect(sayChanged(result, status('ARCHIVED'))).toBe('4 garments archived.');
  expect(sayChanged(result, status('DRAFT'))).toBe('4 garments back to draft.');
  expect(sayChanged(result, { kind: 'category', category: null })).toBe('4 garments changed.');
  expect(sayUndone(result)).toBe('4 garments as before.');
});

it('says what was so already, and what was left', () => {
  const left = { count: 2, garments: [] };
  expect(sayChanged({ ...result, changed: 0, same: 1, left }, status('ACTIVE'))).toBe(
    '1 garment already so. 2 garments left as they are.',
  );
});

import { describe, expect, it } from 'vitest';
import {
  headerProblem,
  MAX_UPLOAD_RATIO,
  MIN_UPLOAD_SIDE,
  shapeProblem,
} from './upload-problem.ts';

describe('what speaks against a picture that was given', () => {
  it('is its shorter side, up to the limit', () => {
    expect(shapeProblem({ width: MIN_UPLOAD_SIDE - 1, height: 400 })).toBe('too_small');
    expect(shapeProblem({ width: 400, height: MIN_UPLOAD_SIDE - 1 })).toBe('too_small');
    expect(shapeProblem({ width: MIN_UPLOAD_SIDE, height: 400 })).toBeNull();
    expect(shapeProblem({ width: 16, height: 16 }, 1)).toBeNull();
  });

  it('is a strip, whichever way it lies', () => {
    expect(shapeProblem({ width: 300, height: 300 * MAX_UPLOAD_RATIO })).toBeNull();
    expect(shapeProblem({ width: 300, height: 300 * MAX_UPLOAD_RATIO + 1 })).toBe('too_narrow');
    expect(shapeProblem({ width: 300 * MAX_UPLOAD_RATIO + 1, height: 300 })).toBe('too_narrow');
  });

  it('is its kind, by the first bytes', () => {
    expect(headerProblem({ kind: 'unknown' })).toBe('not_an_image');
    expect(headerProblem({ kind: 'foreign', format: 'heic' })).toBe('unsupported_heic');
    expect(headerProblem({ kind: 'foreign', format: 'pdf' })).toBe('unsupported_type');
    expect(headerProblem({ kind: 'damaged', type: 'jpeg' })).toBe('broken');
  });
});

import { describe, expect, it } from 'vitest';
import {
  MAX_UPLOAD_BYTES,
  MAX_UPLOAD_PIXELS,
  MIN_UPLOAD_SIDE,
  uploadProblemCodes,
} from '#lib/domain/upload-problem.ts';
import { uploadProblemText } from './upload-problems.ts';

describe('uploadProblemText', () => {
  it.each(uploadProblemCodes)('says of %s what to do instead', (code) => {
    expect(uploadProblemText(code)).toMatch(/^[A-Z].*(choose|Send it).*\.$/);
  });

  it('says something different of each', () => {
    expect(new Set(uploadProblemCodes.map(uploadProblemText)).size).toBe(uploadProblemCodes.length);
  });

  it('names the limits that are in force', () => {
    expect(uploadProblemText('too_large')).toContain(`${MAX_UPLOAD_BYTES / 1024 / 1024} MB`);
    expect(uploadProblemText('too_many_pixels')).toContain(`${MAX_UPLOAD_PIXELS / 1e6} megapixels`);
    expect(uploadProblemText('too_small')).toContain(`${MIN_UPLOAD_SIDE} pixels`);
  });
});

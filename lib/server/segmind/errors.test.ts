import { describe, expect, it } from 'vitest';
import { InferenceFailed, InferenceTimeout, SegmindError } from './errors.ts';

describe('the errors of the client', () => {
  it('read as sentences', () => {
    const error = new SegmindError({
      status: 402,
      detail: 'Out of credits',
      errorClass: 'credits',
    });
    expect(String(error)).toBe('SegmindError: Segmind 402: Out of credits');
    expect(String(new SegmindError({ ...error, status: null }))).toBe(
      'SegmindError: Segmind: Out of credits',
    );
    expect(String(new InferenceFailed('No human detected', {}))).toBe(
      'InferenceFailed: The try-on failed: No human detected',
    );
    expect(String(new InferenceTimeout('job-1', 600_400))).toBe(
      'InferenceTimeout: The try-on job-1 was not done after 600 s',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyProviderText, PROVIDER_TEXT_VERSION } from './provider-text.ts';

const classOf = (text: string) => classifyProviderText(text).errorClass;

const BLOCK_WORDS = [
  'content policy',
  'content_policy',
  'contentpolicy',
  'content-filter',
  'content filter',
  'safety',
  'moderation',
  'Responsible AI',
  'responsible_ai',
  'RAI',
  'NSFW',
];

describe('classing the words of the provider', () => {
  it.each([
    ['No human detected', 'no_person'],
    ['no person found in model_image', 'no_person'],
    ['No body in request', 'unclassified'],
    ['Human not detected in the image', 'no_person'],
    ['Reference media rejected: file too large', 'input_unreadable'],
    ['Reference media rejected: invalid content type text/html', 'input_unreadable'],
    ['cannot identify image file <_io.BytesIO object>', 'input_unreadable'],
    ['Failed to download the image', 'input_unreadable'],
    ['Unable to load model_image', 'input_unreadable'],
    ['Validation error in num_inference_steps', 'invalid_request'],
    ['1 validation error for TryOn', 'invalid_request'],
    ['Missing required field: category', 'invalid_request'],
    ['Invalid content type', 'invalid_request'],
    ['InvalidContentType', 'invalid_request'],
    ['INVALID–CONTENT — TYPE: content filter', 'invalid_request'],
    ['Blocked by content policy', 'content_blocked'],
    ['Prompt was flagged by our Responsible AI practices', 'content_blocked'],
    ['RAI violation', 'content_blocked'],
    ['NSFW content detected in the output', 'content_blocked'],
    ['Reference media rejected: safety filter', 'content_blocked'],
    ['CUDA out of memory', 'unclassified'],
    ['a train ran over the terrain in the rain', 'unclassified'],
    ['', 'unclassified'],
  ])('classes %j as %s', (text, expected) => {
    expect(classOf(text)).toBe(expected);
  });

  it('says which version of the rules spoke', () => {
    expect(classifyProviderText('anything').version).toBe(PROVIDER_TEXT_VERSION);
  });

  it('never takes a complaint about the content type for a block', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('Invalid content type', 'invalid content-type', 'INVALID CONTENT_TYPE'),
        fc.constantFrom('', ...BLOCK_WORDS),
        fc.string(),
        (before, complaint, block, after) => {
          expect(classOf(`${before} ${complaint} ${block} ${after}`)).not.toBe('content_blocked');
        },
      ),
    );
  });

  it('finds a block in any surroundings and any case', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/invalid/iu.test(text)),
        fc.constantFrom(...BLOCK_WORDS),
        fc.boolean(),
        fc.string().filter((text) => !/invalid/iu.test(text)),
        (before, word, upper, after) => {
          const spoken = upper ? word.toUpperCase() : word.toLowerCase();
          expect(classOf(`${before} ${spoken} ${after}`)).toBe('content_blocked');
        },
      ),
    );
  });

  it('answers for every text, and quickly for a long one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), fc.nat(200), (text, times) => {
        const verdict = classifyProviderText(text.repeat(times));
        expect(verdict.errorClass).toMatch(/^[a-z_]+$/u);
      }),
    );
  });
});

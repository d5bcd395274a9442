import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseProviderText } from './provider-signature.ts';
import { classifyProviderText } from './provider-text.ts';
import {
  type FiledClass,
  filedClasses,
  fileText,
  guardExamples,
  hasPhrase,
  refuseRule,
  type TextRule,
} from './text-rules.ts';

const rule = (phrase: string, errorClass: FiledClass, id = phrase): TextRule => ({
  id,
  phrase,
  errorClass,
});

/** As a shop floor of words: letters, blanks, dashes, any case. */
const dash = fc.constantFrom(' ', '-', '_', ' – ', '  ', '');
const contentType = fc
  .tuple(dash, dash, fc.boolean())
  .map(([one, other, loud]) => `Invalid${one}content${other}type`[loud ? 'toUpperCase' : 'trim']());

describe('finding a phrase', () => {
  it.each([
    ['the pose is out of frame', 'out of frame', true],
    ['a train ran', 'rai', false],
    ['content_policy', 'content', true],
    ['error #', 'error #', true],
    ['terrain rai', 'rai', true],
    ['anything', '', false],
  ])('%j has %j: %s', (text, phrase, found) => {
    expect(hasPhrase(text, phrase)).toBe(found);
  });

  it('always finds the whole of a text in itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const whole = normaliseProviderText(text);
        expect(hasPhrase(whole, whole)).toBe(whole !== '');
      }),
    );
  });
});

describe('filing a text', () => {
  it('is what it was without a rule that holds', () => {
    expect(fileText('Odd words', 'unclassified', [rule('other words', 'no_person')])).toEqual({
      errorClass: 'unclassified',
    });
  });

  it('lets the newest rule speak, and says what the text is without any', () => {
    const rules = [rule('odd words', 'content_blocked', 'new'), rule('odd', 'no_person', 'old')];
    expect(fileText('Some ODD  words 17', 'unclassified', rules)).toEqual({
      errorClass: 'content_blocked',
      filedBy: { ruleId: 'new', classBefore: 'unclassified' },
    });
    expect(fileText('odd 3', 'unclassified', rules).filedBy).toEqual({
      ruleId: 'old',
      classBefore: 'unclassified',
    });
  });

  it('leaves alone what does not come of words', () => {
    const rules = [rule('odd words', 'content_blocked')];
    expect(fileText('odd words', 'credits', rules)).toEqual({ errorClass: 'credits' });
  });

  it('never calls a complaint about a content type a block, whatever rule there is', () => {
    fc.assert(
      fc.property(fc.string(), contentType, fc.string(), fc.nat(), (before, said, after, at) => {
        const text = `${before} ${said} ${after}`;
        const words = normaliseProviderText(text).split(' ');
        const phrase = words[at % words.length] ?? '';
        const { errorClass } = fileText(text, classifyProviderText(text).errorClass, [
          rule(phrase, 'content_blocked'),
          rule(normaliseProviderText(text), 'content_blocked'),
        ]);
        expect(errorClass).not.toBe('content_blocked');
      }),
    );
  });
});

describe('what may be a rule', () => {
  it.each([
    'content',
    'invalid',
    'type',
    'content type',
    'content-type',
    'invalid content',
    'invalidcontenttype',
  ])('is no block that %j says', (phrase) => {
    expect(refuseRule(rule(phrase, 'content_blocked'))).toMatchObject({
      why: 'other_class',
      errorClass: 'invalid_request',
      example: expect.stringMatching(/content.?type/i),
    });
  });

  it('is refused whenever part of an invalid content type would be a block', () => {
    fc.assert(
      fc.property(contentType, fc.nat(), fc.nat(), (said, from, length) => {
        const whole = normaliseProviderText(said);
        const start = from % whole.length;
        const phrase = whole.slice(start, start + 1 + (length % whole.length)).trim();
        const made = rule(phrase, 'content_blocked');
        // Refused, or without a say about it.
        const filed = fileText(said, 'invalid_request', [made]).errorClass;
        expect(refuseRule(made) !== null || filed === 'invalid_request').toBe(true);
        expect(filed).toBe('invalid_request');
      }),
    );
  });

  it('takes no known block away', () => {
    for (const phrase of ['content policy', 'safety', 'nsfw', 'moderation', 'rai violation']) {
      expect(refuseRule(rule(phrase, 'no_person'))).toMatchObject({
        errorClass: 'content_blocked',
      });
    }
  });

  it.each([
    ['ok', 'too_short'],
    ['#', 'too_short'],
    ['error', 'too_general'],
    ['failed', 'other_class'],
    ['try again', 'too_general'],
    ['please try again later', 'too_general'],
  ])('is not %j, which is %s', (phrase, why) => {
    expect(refuseRule(rule(phrase, 'invalid_request'))?.why).toBe(why);
  });

  it('is a cause that nobody has named before', () => {
    expect(refuseRule(rule('subject is cropped at the shoulders', 'no_person'))).toBeNull();
    expect(refuseRule(rule('sensitive garment', 'content_blocked'))).toBeNull();
    expect(refuseRule(rule('out of memory', 'invalid_request'))).toBeNull();
    expect(refuseRule(rule('out of memory', 'content_blocked'))?.why).toBe('other_class');
  });

  it('never files a settled example anew', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...guardExamples.settled),
        fc.constantFrom(...filedClasses),
        fc.nat(),
        fc.nat(),
        (example, errorClass, from, length) => {
          const words = normaliseProviderText(example).split(' ');
          const start = from % words.length;
          const phrase = words.slice(start, start + 1 + (length % words.length)).join(' ');
          const made = rule(phrase, errorClass);
          const before = classifyProviderText(example).errorClass;
          if (refuseRule(made) === null) {
            expect(fileText(example, before, [made]).errorClass).toBe(before);
          }
        },
      ),
    );
  });
});

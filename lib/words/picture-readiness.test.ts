import { describe, expect, it } from 'vitest';
import { findingCodes, severities } from '#lib/domain/picture-readiness.ts';
import { findingWords, forGalleryOnly } from './picture-readiness.ts';

describe('what merchants read about a picture', () => {
  it('says of every finding what is wrong and how to mend it', () => {
    for (const code of findingCodes) {
      for (const severity of severities) {
        const { noticed, mend } = findingWords(
          { code, severity, value: 1, edges: ['top'] },
          'DRESS',
        );
        expect(noticed).toMatch(/^[A-Z].*[^.]$/);
        expect(mend).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('alarms nobody about a picture that is not sent', () => {
    const worn = findingWords({ code: 'worn', severity: 'bad', value: 1 }, 'DRESS');
    expect(forGalleryOnly(worn)).toBe('For the gallery: somebody seems to wear it.');
  });

  it('names the sides, and tells a touch from a cut', () => {
    const cut = { code: 'cut_off', severity: 'bad', value: 0.6 } as const;
    expect(findingWords({ ...cut, edges: ['left', 'bottom'] }, 'DRESS').noticed).toBe(
      'It is cut off on the left and at the bottom',
    );
    expect(findingWords({ ...cut, severity: 'fair', edges: ['top'] }, 'DRESS').noticed).toBe(
      'It touches the edge at the top',
    );
  });

  it('names what it looks like beside what it is called', () => {
    const finding = {
      code: 'wrong_kind',
      severity: 'bad',
      value: 2.4,
      looksLike: 'trousers',
    } as const;
    expect(findingWords(finding, 'UPPER_BODY').noticed).toBe(
      'It looks more like trousers than a top',
    );
  });
});

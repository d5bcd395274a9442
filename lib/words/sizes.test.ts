import { describe, expect, it } from 'vitest';
import { adviseSize } from '#lib/domain/size-advice.ts';
import { adviceTitle, girthSentence, lengthSentence, lengthWords, problemWords } from './sizes.ts';

const chart = {
  columns: ['Chest (cm)', 'Length (cm)'],
  rows: [
    { size: 'S', values: [102, 60] },
    { size: 'M', values: [108, 62] },
  ],
};

describe('size advice', () => {
  const advice = adviseSize(chart, 'UPPER_BODY', { chest: 100 });

  it('says "probably", and the truth about a size that cannot be had', () => {
    expect(adviceTitle(advice, () => 'in_stock')).toBe('Your size is probably M');
    expect(adviceTitle(advice, () => 'sold_out')).toBe('M would be yours; it is sold out');
    expect(adviceTitle(advice, () => 'not_offered')).toBe('M would be yours; it is not on offer');
  });

  it('asks for what would decide it', () => {
    const unknown = { kind: 'unknown', missing: ['waist', 'hips', 'insideLeg'] } as const;
    expect(adviceTitle({ ...unknown, missing: [...unknown.missing] }, () => 'in_stock')).toBe(
      'Give your waist or hips to see your size',
    );
  });

  it('shows its figures in the unit that she reads', () => {
    const fact = { measure: 'waist', of: 'body', stated: 76, yours: 77.5, fit: 'close' } as const;
    expect(girthSentence(fact, 'cm')).toBe(
      'Waist: made for 76 cm, you have 77.5 cm. It sits close.',
    );
    expect(girthSentence({ ...fact, of: 'garment', yours: 70, fit: 'right' }, 'in')).toBe(
      'Waist: 30 in around, 2¼ in more than you. An easy fit.',
    );
    expect(lengthSentence({ measure: 'insideLeg', stated: 78, yours: 84 }, 'cm')).toBe(
      'Inside leg: 78 cm, 6 cm shorter than yours.',
    );
    expect(lengthWords(0.5, 'in')).toBe('¼ in');
  });

  it('names the other unit where a number was meant in it', () => {
    expect(problemWords('waist', 'too_small', 30, 'cm')).toContain('in inches');
    expect(problemWords('waist', 'too_large', 193, 'in')).toContain('in cm');
    expect(problemWords('waist', 'too_small', 12, 'cm')).toContain('Less than 48 cm');
    expect(problemWords('waist', 'not_a_number', null, 'cm')).toContain('Give a number');
  });
});

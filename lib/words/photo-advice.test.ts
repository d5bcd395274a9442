import { describe, expect, it } from 'vitest';
import { garmentCategories } from '#lib/domain/category.ts';
import { photoAdviceCodes } from '#lib/domain/photo-check.ts';
import { notLookedFor, photoAdvice, praise } from './photo-advice.ts';

describe('advice on a photo', () => {
  it.each(photoAdviceCodes)('says what was noticed and what would help (%s)', (code) => {
    for (const category of garmentCategories) {
      const { noticed, help } = photoAdvice(code, category);
      expect(noticed).toMatch(/^[A-Z].*[a-z]$/);
      expect(help).toMatch(/^[A-Z].*\.$/);
      expect(noticed.length).toBeLessThan(45);
    }
  });

  it('names what this kind of garment needs', () => {
    expect(photoAdvice('nobody', 'UPPER_BODY').help).toContain('from head to hips');
    expect(photoAdvice('nobody', 'DRESS').help).toContain('from head to feet');
    expect(photoAdvice('feet_missing', 'DRESS').help).toMatch(/^Dresses/);
    expect(praise('LOWER_BODY')).toContain('down to the feet');
  });

  it('asks people to see for themselves where nobody looked', () => {
    expect(notLookedFor('cannot', 'UPPER_BODY')).toContain('does not work in this browser');
    expect(notLookedFor('too_slow', 'DRESS')).toContain('from head to feet');
  });
});

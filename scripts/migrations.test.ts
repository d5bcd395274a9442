import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isUpToDate, migrationName } from './migrations.ts';

const sql = 'CREATE TABLE a ();';
const migrations = [{ name: '20260101000000_start', sql }];
const applied = {
  name: '20260101000000_start',
  checksum: createHash('sha256').update(sql).digest('hex'),
  finished: true,
};

describe('whether the schema engine is needed', () => {
  it('is not when every migration is there as it is on disk', () => {
    expect(isUpToDate(migrations, [applied])).toBe(true);
  });

  it('is when one is missing, was edited or did not finish', () => {
    expect(isUpToDate(migrations, [])).toBe(false);
    expect(isUpToDate(migrations, [{ ...applied, checksum: 'another' }])).toBe(false);
    expect(isUpToDate(migrations, [{ ...applied, finished: false }])).toBe(false);
  });

  it('is when an unknown migration failed half-way', () => {
    const broken = { name: '20260102000000_other', checksum: '', finished: false };
    expect(isUpToDate(migrations, [applied, broken])).toBe(false);
  });
});

describe('the name of a new migration', () => {
  const now = new Date('2026-03-04T05:06:07.891Z');

  it('is the time in UTC and the words', () => {
    expect(migrationName(now, 'Add review cases!')).toBe('20260304050607_add_review_cases');
  });

  it('stays a name when the words hold nothing usable', () => {
    expect(migrationName(now, '../..')).toBe('20260304050607_change');
  });
});

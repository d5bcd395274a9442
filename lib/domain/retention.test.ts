import { describe, expect, it } from 'vitest';
import { lookKeptUntil, photoKeptUntil, retentionOfProgram } from './retention.ts';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const account = { isGuest: false, seenAt: noon('2026-11-28') };
const guest = { isGuest: true, seenAt: noon('2026-11-28') };

describe('how long something is kept', () => {
  it('counts a photo from its last use and a look from when it was made', () => {
    expect(photoKeptUntil(noon('2026-11-28'), account, retentionOfProgram)).toEqual(
      noon('2026-12-28'),
    );
    expect(lookKeptUntil(noon('2026-11-28'), account, retentionOfProgram)).toEqual(
      noon('2027-11-28'),
    );
  });

  it('is shorter for a guest who does not come back', () => {
    expect(lookKeptUntil(noon('2026-11-28'), guest, retentionOfProgram)).toEqual(
      noon('2026-12-05'),
    );
  });

  it('is no longer for a guest than for anybody else', () => {
    expect(photoKeptUntil(noon('2026-10-30'), guest, retentionOfProgram)).toEqual(
      noon('2026-11-29'),
    );
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { measurementsBody } from '#lib/contracts/measurements.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import { forgetMeasurements } from './forget-measurements.ts';
import { getMeasurements } from './get-measurements.ts';
import { saveMeasurements } from './save-measurements.ts';
import { startGuest } from './start-guest.ts';

afterAll(disconnect);

describe('measurements', () => {
  it('are kept for the account that saved them, replaced whole, and forgotten', async () => {
    const shopper = await makePerson();
    const stranger = await makePerson();
    expect(await getMeasurements(shopper)).toEqual({ measurements: null });
    await saveMeasurements(shopper, { chest: 96, waist: 78.5 });
    await saveMeasurements(shopper, { waist: 79, insideLeg: 81 });
    expect(await getMeasurements(shopper)).toEqual({ measurements: { waist: 79, insideLeg: 81 } });
    expect(await getMeasurements(stranger)).toEqual({ measurements: null });

    await forgetMeasurements(stranger);
    expect(await getMeasurements(shopper)).toEqual({ measurements: { waist: 79, insideLeg: 81 } });
    await forgetMeasurements(shopper);
    const row = await db().user.findUniqueOrThrow({ where: { id: shopper.userId } });
    expect(row.measurements).toBeNull();
  });

  it('of a guest stay on the device', async () => {
    const guest = await startGuest(null);
    for (const asked of [
      getMeasurements(guest),
      saveMeasurements(guest, { chest: 96 }),
      forgetMeasurements(guest),
    ]) {
      await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('are numbers that an adult can have, and at least one', () => {
    expect(measurementsBody.safeParse({ chest: 96, height: 170 }).success).toBe(true);
    for (const wrong of [{}, { chest: 9 }, { chest: '96' }, { chest: 96, shoe: 40 }, null]) {
      expect(measurementsBody.safeParse(wrong).success).toBe(false);
    }
  });
});

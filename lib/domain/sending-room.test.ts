import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedBreaker, type Pause } from './breaker.ts';
import { bucketSize, type Gate, keptForShoppers, roomFor } from './sending-room.ts';

const now = new Date('2030-01-01T00:00:00Z');
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const gate = (change: Partial<Gate> = {}): Gate => ({
  tokens: 4,
  refilledAt: now,
  closedUntil: null,
  breaker: closedBreaker,
  ...change,
});
const budget = { perMinute: 60, callsPerSend: 2 };
const paused = (change: Partial<Pause> = {}) => ({
  strikes: 0,
  pause: { reason: 'outage' as const, since: now, probes: 0, probeAt: at(15), ...change },
});

describe('the room before the provider', () => {
  it('is as many sends as there are calls for', () => {
    expect(roomFor(gate(), budget, now)).toMatchObject({ calls: 4, sends: 2, probe: false });
    expect(roomFor(gate({ tokens: 1 }), budget, now)).toMatchObject({
      calls: 1,
      sends: 0,
      nextCallAt: now,
      nextSendAt: at(1),
    });
  });

  it('fills up with time, and no further than its size', () => {
    const empty = gate({ tokens: 0, refilledAt: at(-5) });
    expect(roomFor(empty, budget, now).calls).toBe(5);
    const long = gate({ tokens: 0, refilledAt: at(-3600) });
    expect(roomFor(long, budget, now).calls).toBe(bucketSize(60, 2));
  });

  it('is none until the time that the provider named', () => {
    const room = roomFor(gate({ closedUntil: at(42) }), budget, now);
    expect(room).toMatchObject({ calls: 0, sends: 0, nextCallAt: at(42), nextSendAt: at(42) });
  });

  it('is for what is paid for alone while sending is paused', () => {
    const room = roomFor(gate({ breaker: paused() }), budget, now);
    expect(room).toMatchObject({ calls: 4, sends: 0, nextSendAt: at(15), probe: false });
    expect(roomFor(gate({ breaker: paused({ probeAt: now }) }), budget, now).probe).toBe(true);
    const manual = paused({ reason: 'manual', probeAt: null });
    expect(roomFor(gate({ breaker: manual }), budget, now)).toMatchObject({
      nextSendAt: null,
      probe: false,
    });
  });

  it('opens when it says it will, and not before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6_000 }),
        fc.integer({ min: 1, max: 2 }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (perMinute, callsPerSend, tokens) => {
          const plan = { perMinute, callsPerSend };
          const one = gate({ tokens });
          const { sends, nextSendAt } = roomFor(one, plan, now);
          if (!nextSendAt) throw new Error('Nothing is paused.');
          // A date holds whole milliseconds.
          const then = new Date(nextSendAt.getTime() + 1);
          expect(roomFor(one, plan, then).sends).toBeGreaterThanOrEqual(1);
          if (sends === 0 && nextSendAt > now) {
            expect(roomFor(one, plan, new Date(nextSendAt.getTime() - 1)).sends).toBe(0);
          }
        },
      ),
    );
  });

  it('lets bulk work have what two shoppers and half of the bucket can spare', () => {
    expect(keptForShoppers(60, 2)).toBe(5);
    expect(roomFor(gate({ tokens: 10 }), budget, now)).toMatchObject({ sends: 5, spareSends: 2 });
    expect(roomFor(gate({ tokens: 6 }), budget, now)).toMatchObject({
      sends: 3,
      spareSends: 0,
      nextSendAt: now,
      nextSpareAt: at(1),
    });
    expect(roomFor(gate({ tokens: 10, closedUntil: at(9) }), budget, now).spareSends).toBe(0);
    expect(roomFor(gate({ tokens: 10, breaker: paused() }), budget, now).spareSends).toBe(0);
  });

  it('always has a shopper’s place left after bulk work, and always has room for bulk work once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6_000 }),
        fc.integer({ min: 1, max: 2 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (perMinute, callsPerSend, filled) => {
          const size = bucketSize(perMinute, callsPerSend);
          const plan = { perMinute, callsPerSend };
          const tokens = filled * size;
          const { spareSends, nextSpareAt } = roomFor(gate({ tokens }), plan, now);
          const left = tokens - spareSends * callsPerSend;
          // One that holds no two sends can only be shared by taking turns.
          if (spareSends > 0 && size >= 2 * callsPerSend) {
            expect(left).toBeGreaterThanOrEqual(callsPerSend);
          }
          if (!nextSpareAt) throw new Error('Nothing is paused.');
          const then = new Date(nextSpareAt.getTime() + 1);
          expect(roomFor(gate({ tokens }), plan, then).spareSends).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});

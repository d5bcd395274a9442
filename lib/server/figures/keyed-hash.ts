import 'server-only';
import { createHmac } from 'node:crypto';
import type { Day } from '#lib/domain/figure-days.ts';
import { env } from '#lib/server/env.ts';

/**
 * The names that a visitor goes by where she is counted. Each is a hash under the server's secret of all
 * that it is for: without the secret nobody finds the person, and with the rows alone nobody finds out
 * that two of them are of the same one.
 */
const digest = (...parts: string[]) =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(parts.join('|')).digest();

const asUuid = (bytes: Buffer) =>
  bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export const visitName = (visitorId: string, garmentId: string, day: Day): string =>
  asUuid(digest('visit', visitorId, garmentId, day));

export const holdOutName = (visitorId: string, holdOutId: string): string =>
  asUuid(digest('hold-out', visitorId, holdOutId));

/** Evenly from 0 to below 1, always the same for a visitor in an experiment. */
export const holdOutDraw = (visitorId: string, holdOutId: string): number =>
  digest('draw', visitorId, holdOutId).readUIntBE(0, 6) / 2 ** 48;

import 'server-only';
import type { TryOnState } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';
import { isDiscardedSql } from './discarded-try-ons.ts';
import { TRY_ON_CHANGED } from './try-on-changes.ts';
import type { HeldTryOn } from './try-on-claims.ts';

/**
 * A change of a held row, its event and its notice, as one statement: a try-on makes four of them and
 * more, and each trip to the database cost more than what was done there.
 */

type Value = string | number | Date | null | undefined;

/** The columns that a move writes; what is undefined stays as it is. */
export interface RowChange {
  state: TryOnState;
  nextActionAt: Date | null;
  leaseUntil: Date | null;
  leaseToken?: null;
  stumbles?: number;
  serverErrors?: number;
  waitingReason: string | null;
  requestId?: string;
  providerStatus?: string | null;
  submittedAt?: Date;
  completedAt?: Date;
  finishedAt?: Date;
  costMicros?: number;
  providerSeconds?: number;
  pendingAt?: Date;
  resultMediaId?: string;
  errorClass?: string;
  providerText?: string;
  providerHttp?: number;
}

/** What those who watch see of it; without, neither version nor watchers hear of the change. */
export interface ChangeEvent {
  kind: string;
  detail?: Record<string, string | number>;
}

interface Conditions {
  /** A POST is begun with it. */
  begins?: boolean;
  /** It is not written when nobody wants anything of the try-on any more. */
  unlessDiscarded?: boolean;
}

export interface ChangedRow {
  version: number;
  /** Read with the change: a guest may have become an account since the claim. */
  userId: string;
  shopId: string;
  forShop: boolean;
  garmentId: string;
  createdAt: Date;
  costMicros: number | null;
  deletedAt: Date | null;
  /** Of `deletedAt` as it is now; of the account and the photo as they were when the statement began. */
  discarded: boolean;
}

/** Compare-and-set on version, state and lease. @returns null when the row has gone on without us. */
export async function writeChange(
  db: Db,
  held: HeldTryOn,
  { state, ...change }: RowChange,
  event: ChangeEvent | null,
  { begins = false, unlessDiscarded = false }: Conditions = {},
): Promise<ChangedRow | null> {
  const sets = [
    Prisma.sql`state = ${state}::"TryOnState"`,
    ...Object.entries(change as Record<string, Value>).flatMap(([name, value]) =>
      value === undefined ? [] : [Prisma.sql`${Prisma.raw(`"${name}"`)} = ${value}`],
    ),
    ...(event ? [Prisma.sql`version = version + 1`] : []),
    ...(begins ? [Prisma.sql`attempts = attempts + 1`] : []),
  ];
  const wanted = unlessDiscarded ? Prisma.sql`AND NOT ${isDiscardedSql}` : Prisma.empty;
  const detail = event?.detail ? JSON.stringify(event.detail) : null;
  const told = event
    ? Prisma.sql`, noted AS (
        INSERT INTO "TryOnEvent" ("tryOnId", at, version, kind, state, detail)
        SELECT id, ${new Date()}::timestamp, version, ${event.kind}, state, ${detail}::jsonb FROM changed)`
    : Prisma.empty;
  const notice = event
    ? Prisma.sql`pg_notify(${TRY_ON_CHANGED}, id || ':' || version)::text`
    : Prisma.sql`NULL`;
  const rows = await db.$queryRaw<ChangedRow[]>`
    ${kept} WITH changed AS (
      UPDATE "TryOn" t SET ${Prisma.join(sets)}
      WHERE id = ${held.id} AND version = ${held.version} AND "leaseToken" = ${held.leaseToken}
        AND state = ${held.state}::"TryOnState" ${wanted}
      RETURNING id, version, state, "userId", "shopId", "forShop", "garmentId", "createdAt",
        "costMicros", "deletedAt", ${isDiscardedSql} AS discarded
    )${told}
    SELECT version, "userId", "shopId", "forShop", "garmentId", "createdAt", "costMicros", "deletedAt",
      discarded, ${notice} AS notice
    FROM changed`;
  return rows[0] ?? null;
}

import 'server-only';
import type { Retryable } from '#lib/domain/retry-refusal.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** Try-ons that an admin asks for once more. */

/** With blanks, which no client may send in its own key; a shopper's own retries have others. */
const keyOf = (id: string, place: number) =>
  place === 0 ? `retry of ${id}` : `retry of ${id} ${place}`;
const byAdmin = { idempotencyKey: { startsWith: 'retry of ' } } as const;

/** What `whyNoRetry` wants to know. */
export const retryableSelect = {
  id: true,
  state: true,
  deletedAt: true,
  user: { select: { suspendedAt: true } },
  shop: { select: { suspendedAt: true } },
  photoId: true,
  photo: {
    select: { inputMediaId: true, deletedAt: true, consent: { select: { withdrawnAt: true } } },
  },
  baseId: true,
  base: { select: { deletedAt: true, resultMediaId: true } },
  forShop: true,
  modelLook: { select: { id: true } },
  retries: {
    where: { ...byAdmin, state: { not: 'cancelled' } },
    take: 1,
    select: { id: true },
  },
} satisfies Prisma.TryOnSelect;

type RetryableRow = Prisma.TryOnGetPayload<{ select: typeof retryableSelect }>;

export const toRetryable = <T extends RetryableRow>({ retries, modelLook, ...row }: T) => ({
  ...(row satisfies Omit<Retryable, 'retriedByAdmin' | 'replaced'>),
  replaced: row.forShop && modelLook === null,
  retriedByAdmin: retries.length > 0,
});

/** All that is needed to ask for the same once more. */
export async function findTryOnToRepeat(db: Db, id: string) {
  const row = await db.tryOn.findUnique({
    where: { id },
    select: {
      ...retryableSelect,
      userId: true,
      shopId: true,
      garmentId: true,
      garmentImageId: true,
      houseModelId: true,
      lane: true,
      category: true,
      steps: true,
      guidance: true,
      seed: true,
    },
  });
  return row && toRetryable(row);
}

/** Null for what a shopper has asked for. */
export async function findShopsTake(db: Db, id: string): Promise<{ garmentId: string } | null> {
  return db.tryOn.findFirst({ where: { id, forShop: true }, select: { garmentId: true } });
}

/** Of the next one: another one than those of retries that were called off. */
export async function nextRetryKey(tx: Db, id: string): Promise<string> {
  return keyOf(id, await tx.tryOn.count({ where: { retryOfId: id, ...byAdmin } }));
}

/** The retry that an admin has asked for already. */
export async function findRetry(db: Db, id: string): Promise<{ id: string } | null> {
  return db.tryOn.findFirst({
    where: { retryOfId: id, ...byAdmin, state: { not: 'cancelled' } },
    select: { id: true },
  });
}

/** Called off, by its person for one, or gone. */
export async function isCancelled(db: Db, id: string): Promise<boolean> {
  const row = await db.tryOn.findUnique({ where: { id }, select: { state: true } });
  return row === null || row.state === 'cancelled';
}

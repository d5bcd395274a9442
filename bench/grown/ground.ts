import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';

const TRY_ONS_OF_ONE = 150;

/** Who asks for what in a grown database: an average shopper, and the shop that has the most. */
export interface Ground {
  admin: Actor;
  /** With about as many try-ons in any grown database. */
  shopper: Actor;
  shopperName: string;
  owner: Actor;
  shop: { id: string; slug: string };
  /** In that shop. */
  garment: { id: string; slug: string };
  garmentSlugs: string[];
  /** That shopper's, a look. */
  tryOnId: string;
  /** The last in the queue, and whose it is. */
  waiting: { id: string; actor: Actor };
  /** A try-on before a person. */
  caseId: string;
  /** That case's: the one that most cases have. */
  signature: string;
  photoId: string;
}

export async function findGround(): Promise<Ground> {
  // As many as most have: that there are more people does not give anybody more looks.
  const [most] = await db().tryOn.groupBy({
    by: ['userId'],
    where: { forShop: false, user: { isGuest: false } },
    having: { userId: { _count: { gte: TRY_ONS_OF_ONE } } },
    _count: { _all: true },
    orderBy: [{ _count: { userId: 'asc' } }, { userId: 'asc' }],
    take: 1,
  });
  const [fullest] = await db().garment.groupBy({
    by: ['shopId'],
    orderBy: [{ _count: { shopId: 'desc' } }, { shopId: 'asc' }],
    take: 1,
  });
  if (!most || !fullest) throw new Error('The database is empty.');
  const { userId } = most;
  const { shopId } = fullest;
  const shop = await db().shop.findUniqueOrThrow({ where: { id: shopId } });
  const owner = await db().shopMember.findFirstOrThrow({ where: { shopId, role: 'OWNER' } });
  const garments = await db().garment.findMany({
    where: { shopId },
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true },
    take: 500,
  });
  const look = await db().tryOn.findFirstOrThrow({
    where: { userId, resultMediaId: { not: null }, deletedAt: null },
    orderBy: { id: 'desc' },
  });
  const waiting = await db().tryOn.findFirstOrThrow({
    where: { state: 'queued', forShop: false },
    orderBy: { turn: 'desc' },
  });
  const [common] = await db().reviewCase.groupBy({
    by: ['signature'],
    where: { errorClass: { not: null } },
    orderBy: [{ _count: { id: 'desc' } }, { signature: 'asc' }],
    take: 1,
  });
  if (!common) throw new Error('There is no case.');
  const reviewed = await db().reviewCase.findFirstOrThrow({
    where: { signature: common.signature, errorClass: { not: null } },
    orderBy: { id: 'desc' },
  });
  const photo = await db().photo.findFirstOrThrow({ where: { userId, deletedAt: null } });
  const shopper = await actorOf(userId);
  return {
    admin: await actorOf(
      (await db().user.findFirstOrThrow({ where: { role: 'ADMIN' }, select: { id: true } })).id,
    ),
    shopper,
    shopperName: shopper.name ?? '',
    owner: await actorOf(owner.userId),
    shop: { id: shop.id, slug: shop.slug },
    garment: garments[0] ?? { id: '', slug: '' },
    garmentSlugs: garments.map(({ slug }) => slug),
    tryOnId: look.id,
    waiting: { id: waiting.id, actor: await actorOf(waiting.userId) },
    caseId: reviewed.tryOnId,
    signature: reviewed.signature,
    photoId: photo.id,
  };
}

async function actorOf(userId: string): Promise<Actor> {
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
  const { isGuest, role, name, email } = user;
  // What is measured asks more often than a person may.
  return { userId, isGuest, role, name, email, dailyTryOns: 100_000 };
}

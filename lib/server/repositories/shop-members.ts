import 'server-only';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';

const membershipSelect = {
  role: true,
  shop: { select: { id: true, slug: true, name: true, currency: true, suspendedAt: true } },
} satisfies Prisma.ShopMemberSelect;

export interface Membership {
  role: ShopRole;
  shop: {
    id: string;
    slug: string;
    name: string;
    currency: string;
    suspendedAt: Date | null;
  };
}

/** Null also for a shop that is not there. */
export function findMembership(db: Db, userId: string, slug: string): Promise<Membership | null> {
  return db.shopMember.findFirst({ where: { userId, shop: { slug } }, select: membershipSelect });
}

/** Of all shops that somebody belongs to, the longest first. */
export function listMemberships(db: Db, userId: string): Promise<Membership[]> {
  return db.shopMember.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { shopId: 'asc' }],
    select: membershipSelect,
  });
}

/**
 * Whether what somebody does with a shop's garments is a shopper's doing: the shop's own people and the
 * admins look at them for their work, and stand in no figure.
 */
export async function isShopper(db: Db, shopId: string, userId: string): Promise<boolean> {
  const staff = await db.$queryRaw<unknown[]>`
    ${kept} SELECT 1 FROM "User" u WHERE u.id = ${userId} AND (u.role = 'ADMIN'
      OR EXISTS (SELECT FROM "ShopMember" m WHERE m."userId" = u.id AND m."shopId" = ${shopId}))`;
  return staff.length === 0;
}

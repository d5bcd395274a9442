import 'server-only';
import type { Team } from '#lib/contracts/team.ts';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const memberSelect = {
  userId: true,
  role: true,
  createdAt: true,
  user: { select: { name: true, email: true } },
} satisfies Prisma.ShopMemberSelect;

const invitationSelect = {
  id: true,
  email: true,
  role: true,
  expiresAt: true,
} satisfies Prisma.ShopInvitationSelect;

/** A shop's people, the longest first, and the places that wait for somebody. */
export async function findTeam(db: Db, shopId: string, now: Date): Promise<Team> {
  const [members, invitations] = await Promise.all([
    db.shopMember.findMany({
      where: { shopId },
      orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
      select: memberSelect,
    }),
    db.shopInvitation.findMany({
      where: { shopId, expiresAt: { gt: now } },
      orderBy: { createdAt: 'desc' },
      select: invitationSelect,
    }),
  ]);
  return {
    members: members.map(({ user, createdAt, ...member }) => ({
      ...member,
      ...user,
      since: createdAt.toISOString(),
    })),
    invitations: invitations.map(({ expiresAt, ...invitation }) => ({
      ...invitation,
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

/**
 * The shop's people with their roles; nobody else changes the team until the transaction ends, so two
 * owners who take each other's role at once do not leave the shop without one. Raw SQL: Prisma cannot
 * lock rows.
 */
export async function lockTeam(
  tx: Db,
  shopId: string,
): Promise<{ userId: string; role: ShopRole }[]> {
  await tx.$queryRaw`SELECT id FROM "Shop" WHERE id = ${shopId} FOR NO KEY UPDATE`;
  return tx.shopMember.findMany({ where: { shopId }, select: { userId: true, role: true } });
}

export async function setMemberRole(
  tx: Db,
  shopId: string,
  userId: string,
  role: ShopRole,
): Promise<void> {
  await tx.shopMember.update({
    where: { shopId_userId: { shopId, userId } },
    data: { role },
    select: { userId: true },
  });
}

/** Somebody who belongs to no shop any more is a shopper again. */
export async function removeMember(tx: Db, shopId: string, userId: string): Promise<void> {
  await tx.shopMember.delete({
    where: { shopId_userId: { shopId, userId } },
    select: { userId: true },
  });
  await tx.user.updateMany({
    where: { id: userId, role: 'MERCHANT', memberships: { none: {} } },
    data: { role: 'SHOPPER' },
  });
}

export async function isMemberByEmail(db: Db, shopId: string, email: string): Promise<boolean> {
  return (await db.shopMember.count({ where: { shopId, user: { email } } })) > 0;
}

export async function putInvitation(
  tx: Db,
  invitation: {
    shopId: string;
    email: string;
    role: ShopRole;
    tokenHash: string;
    expiresAt: Date;
  },
): Promise<string> {
  const { shopId, email, ...rest } = invitation;
  const { id } = await tx.shopInvitation.upsert({
    where: { shopId_email: { shopId, email } },
    create: invitation,
    update: rest,
    select: { id: true },
  });
  return id;
}

/** Whether there was one. */
export async function deleteInvitation(tx: Db, shopId: string, id: string): Promise<boolean> {
  return (await tx.shopInvitation.deleteMany({ where: { id, shopId } })).count > 0;
}

export async function findInvitation(db: Db, tokenHash: string, now: Date) {
  return db.shopInvitation.findFirst({
    where: { tokenHash, expiresAt: { gt: now } },
    select: {
      id: true,
      email: true,
      role: true,
      shop: { select: { id: true, slug: true, name: true, suspendedAt: true } },
    },
  });
}

/** Somebody who belongs to the shop already keeps the role. */
export async function addMember(
  tx: Db,
  member: { shopId: string; userId: string; role: ShopRole },
): Promise<void> {
  await tx.shopMember.createMany({ data: [member], skipDuplicates: true });
  await tx.user.updateMany({
    where: { id: member.userId, role: 'SHOPPER' },
    data: { role: 'MERCHANT' },
  });
}

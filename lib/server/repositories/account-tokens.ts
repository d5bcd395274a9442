import 'server-only';
import { linkTokenHash, newLinkToken } from '#lib/server/auth/link-token.ts';
import type { Db } from '#lib/server/db.ts';
import type { AccountTokenKind, Prisma } from '#lib/server/generated/prisma/client.ts';

/** What links in mails may do. */

interface NewToken {
  kind: AccountTokenKind;
  email: string;
  userId?: string | null;
  /** Of an account to be made. */
  account?: { name: string; passwordHash: string };
  expiresAt: Date;
}

/** A link that is still to be mailed: nobody knows its token yet. @returns the row's id. */
export async function addToken(tx: Db, token: NewToken): Promise<string> {
  const { id } = await tx.accountToken.create({
    data: { ...token, tokenHash: linkTokenHash(newLinkToken()) },
    select: { id: true },
  });
  return id;
}

/** The token of the link, made when the mail is written; one of a try before opens nothing any more. */
export async function drawToken(db: Db, id: string, userId?: string): Promise<string | null> {
  const token = newLinkToken();
  const { count } = await db.accountToken.updateMany({
    where: { id },
    data: { tokenHash: linkTokenHash(token), ...(userId ? { userId } : {}) },
  });
  return count === 1 ? token : null;
}

const tokenSelect = {
  id: true,
  kind: true,
  userId: true,
  email: true,
  account: true,
} satisfies Prisma.AccountTokenSelect;

export type TokenRow = Prisma.AccountTokenGetPayload<{ select: typeof tokenSelect }>;

export async function findTokenById(db: Db, id: string, now: Date): Promise<TokenRow | null> {
  return db.accountToken.findFirst({ where: { id, expiresAt: { gt: now } }, select: tokenSelect });
}

export async function findToken(
  db: Db,
  kind: AccountTokenKind,
  token: string,
  now: Date,
): Promise<TokenRow | null> {
  return db.accountToken.findFirst({
    where: { kind, tokenHash: linkTokenHash(token), expiresAt: { gt: now } },
    select: tokenSelect,
  });
}

/** Of two who come with a link at once, one takes it. */
export async function takeToken(tx: Db, id: string): Promise<boolean> {
  return (await tx.accountToken.deleteMany({ where: { id } })).count === 1;
}

/** The links of a person's account are worth nothing any more. */
export async function dropTokensOf(tx: Db, userId: string): Promise<void> {
  await tx.accountToken.deleteMany({ where: { userId, kind: { in: ['reset', 'email'] } } });
}

/** What mails invited to, in all the ways in which they do. */
export async function dropTokensBefore(db: Db, now: Date): Promise<number> {
  const over = { lte: now };
  const dropped = await Promise.all([
    db.accountToken.deleteMany({ where: { expiresAt: over } }),
    db.shopInvitation.deleteMany({ where: { expiresAt: over } }),
    db.verificationToken.deleteMany({ where: { expires: over } }),
  ]);
  return dropped.reduce((sum, { count }) => sum + count, 0);
}

import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { Actor } from '#lib/server/auth/actor.ts';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import type { Membership } from '#lib/server/repositories/shop-members.ts';
import { listShops } from '#lib/server/use-cases/list-shops.ts';

/**
 * Who is at the door of the back office. Nobody and guests are sent to sign in first.
 *
 * @param path where to come back to.
 */
export async function merchantAtDoor(path: string): Promise<{ actor: Actor; welcome: boolean }> {
  const actor = await currentActor();
  if (!actor || actor.isGuest) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return { actor, welcome: actor.role === 'MERCHANT' };
}

/**
 * Who is at the door of one shop's back office; the member is null for somebody who is no shop's
 * person at all. Another shop's people find nothing there.
 *
 * @param path below the shop, as in `/orders`.
 */
export async function memberAtDoor(
  shop: string,
  path: string,
): Promise<{ actor: Actor; member: Membership | null }> {
  const { actor, welcome } = await merchantAtDoor(`/merchant/${shop}${path}`);
  if (!welcome) return { actor, member: null };
  const member = (await listShops(actor)).find((one) => one.shop.slug === shop);
  if (!member) notFound();
  return { actor, member };
}

/** What was asked for, or the page that says that it is not there. */
export async function foundOrNot<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

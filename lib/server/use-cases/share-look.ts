import 'server-only';
import type { ShareLinkView } from '#lib/contracts/share-links.ts';
import { MAX_SHARE_LINKS, type ShareDays } from '#lib/domain/share-link.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { linkTokenHash, newLinkToken } from '#lib/server/auth/link-token.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { lockOwnTryOn } from '#lib/server/repositories/own-try-ons.ts';
import { countShareLinks, createShareLink } from '#lib/server/repositories/share-links.ts';
import { transact } from '#lib/server/transact.ts';
import { shareWords } from '#lib/words/share.ts';
import { holdOpenAccount } from './hold-open-account.ts';

const DAY_MS = 86_400_000;

/**
 * Makes a link by which anybody sees one look of hers for some days. The address is in the answer alone.
 *
 * @throws AppError not_found (also for somebody else's), conflict for one without a picture and where
 *   too many are shared
 */
export async function shareLook(
  actor: Actor,
  tryOnId: string,
  days: ShareDays,
  now = new Date(),
): Promise<ShareLinkView & { url: string }> {
  const token = newLinkToken();
  const { userId } = actor;
  const link = await transact(async (tx) => {
    await holdOpenAccount(tx, userId);
    const tryOn = await lockOwnTryOn(tx, tryOnId, userId);
    if (!tryOn) throw new AppError('not_found');
    if (tryOn.state !== 'succeeded' || !tryOn.resultMediaId) {
      throw new AppError('conflict', shareWords.noPicture);
    }
    if ((await countShareLinks(tx, userId, now)) >= MAX_SHARE_LINKS) {
      throw new AppError('conflict', shareWords.tooMany(MAX_SHARE_LINKS));
    }
    return createShareLink(tx, {
      tryOnId,
      userId,
      tokenHash: linkTokenHash(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
    });
  });
  return { ...link, url: publicUrl(`/share/${token}`) };
}

import 'server-only';
import type { ShareLinkView } from '#lib/contracts/share-links.ts';
import { MAX_SHARE_LINKS } from '#lib/domain/share-link.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listShareLinks as listLinks } from '#lib/server/repositories/share-links.ts';

/** The links of hers that lead somewhere, the newest first. */
export async function listShareLinks(
  actor: Actor,
  now = new Date(),
): Promise<{ items: ShareLinkView[] }> {
  return { items: await listLinks(db(), actor.userId, MAX_SHARE_LINKS, now) };
}

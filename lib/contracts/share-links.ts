import { z } from 'zod';
import { type ShareDays, shareDays } from '#lib/domain/share-link.ts';

/** `POST /api/try-ons/{id}/share-links` */
export const shareBody = z.strictObject({
  days: z.literal<ShareDays[]>([...shareDays]),
});

const shareLink = z.object({
  id: z.uuid(),
  tryOnId: z.uuid(),
  /** What the look is called. */
  title: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type ShareLinkView = z.infer<typeof shareLink>;

/** The address is told once: what is kept of it opens nothing. */
export const newShareLink = shareLink.extend({ url: z.url() });

/** `GET /api/share-links`: those that lead somewhere, the newest first. */
export const shareLinkList = z.object({ items: z.array(shareLink) });

/** `DELETE /api/share-links/{id}` */
export const shareLinkParams = z.strictObject({ id: z.uuid() });

export const sharedParams = z.strictObject({ token: z.string().regex(/^[\w-]{32}$/) });

import 'server-only';
import type { z } from 'zod';
import type { CasePictureBody, casePicture } from '#lib/contracts/review.ts';
import { isPictureReason } from '#lib/domain/review-case.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { adminPictureLink } from '#lib/server/http/admin-picture-link.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { createNote } from '#lib/server/repositories/case-decisions.ts';
import { findCasePicture } from '#lib/server/repositories/case-pictures.ts';
import { refreshCaseSearch } from '#lib/server/repositories/review-cases.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Notes that an admin looks at a shopper's picture, and why, and only then gives the way to it: a link
 * for this admin that lives five minutes.
 *
 * @throws AppError forbidden; not_found where there is no case, or no such picture (any more)
 */
export async function showCasePicture(
  actor: Actor,
  tryOnId: string,
  { which, reason }: CasePictureBody,
  now = new Date(),
): Promise<z.infer<typeof casePicture>> {
  assertAdmin(actor);
  return transact(async (tx) => {
    const picture = await findCasePicture(tx, tryOnId, which, now);
    if (!picture) throw new AppError('not_found', 'This picture is not there any more.');
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'picture.seen',
      subjectType: 'try-on',
      subjectId: tryOnId,
      detail: { which, reason: isPictureReason(reason) ? reason : 'In own words' },
    });
    // The log is for ever, and what somebody writes may name a person.
    if (!isPictureReason(reason)) {
      const text = `Looked at the ${which}: ${reason}`;
      await createNote(tx, { caseId: picture.caseId, authorId: actor.userId, text });
      await refreshCaseSearch(tx, [tryOnId]);
    }
    const asked = { mediaId: picture.id, adminId: actor.userId };
    const { url, expiresAt } = adminPictureLink(asked, now);
    const { width, height } = picture;
    return { url, width, height, expiresAt: expiresAt.toISOString() };
  });
}

import { z } from 'zod';
import { shopRoles } from '#lib/domain/shop-role.ts';

const role = z.enum(shopRoles);
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Write an email address, like ana@example.org.'));

/** `GET /api/merchant/{shop}/team` */
export const team = z.object({
  members: z.array(
    z.object({
      userId: z.uuid(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      role,
      since: z.iso.datetime(),
    }),
  ),
  invitations: z.array(
    z.object({ id: z.uuid(), email: z.string(), role, expiresAt: z.iso.datetime() }),
  ),
});
export type Team = z.infer<typeof team>;

/** `POST /api/merchant/{shop}/invitations`; a second one to the same address replaces the first. */
export const inviteBody = z.strictObject({ email, role });

/** The link is shown this once: only its hash is kept. */
export const invited = z.object({ team, link: z.url() });
export type Invited = z.infer<typeof invited>;

export const memberParams = z.strictObject({ shop: z.string().max(80), userId: z.uuid() });
export const invitationParams = z.strictObject({ shop: z.string().max(80), id: z.uuid() });
export const memberRoleBody = z.strictObject({ role });

/** `POST /api/invitations/accept` */
export const acceptBody = z.strictObject({ token: z.string().min(1).max(100) });
export const accepted = z.object({ shop: z.string() });

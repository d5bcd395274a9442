import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makePerson, makeShop } from '#lib/server/testing/shop-floor.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { getInvitation } from './get-invitation.ts';
import { inviteMember } from './invite-member.ts';
import { liftShopSuspension } from './lift-shop-suspension.ts';
import { listShopActivity } from './list-shop-activity.ts';
import { listShops } from './list-shops.ts';
import { listTeam } from './list-team.ts';
import { removeMember } from './remove-member.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { setMemberRole } from './set-member-role.ts';
import { suspendShop } from './suspend-shop.ts';

afterAll(disconnect);

const DAY_MS = 86_400_000;

let owner: Actor;
let shop: string;
beforeEach(async () => {
  owner = await makePerson({ role: 'MERCHANT' });
  shop = (await makeShop(owner)).slug;
});

async function invite(person: Actor, role: 'OWNER' | 'EDITOR' | 'VIEWER' = 'EDITOR') {
  const { link } = await inviteMember(owner, shop, { email: person.email ?? '', role });
  return link.slice(link.lastIndexOf('/') + 1);
}

const rolesOf = async () =>
  (await listTeam(owner, shop)).members.map(({ userId, role }) => [userId, role]);
const roleOf = async ({ userId }: Actor) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).role;

describe('an invitation', () => {
  it('lets the account that it is for into the shop, once', async () => {
    const ana = await makePerson();
    const token = await invite(ana);
    expect(await getInvitation(token)).toMatchObject({ email: ana.email, role: 'EDITOR' });
    expect(await acceptInvitation(ana, token)).toEqual({ shop });
    expect(await roleOf(ana)).toBe('MERCHANT');
    expect((await listShops(ana)).map((one) => one.shop.slug)).toEqual([shop]);
    expect((await listTeam(owner, shop)).invitations).toEqual([]);
    await expect(acceptInvitation(ana, token)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('opens nothing to anybody else who has the link, and stays for whom it is', async () => {
    const ana = await makePerson();
    const token = await invite(ana);
    const others = [
      await makePerson(),
      await makePerson({ isGuest: true, email: null }),
      await makePerson({ role: 'MERCHANT' }),
    ];
    for (const other of others) {
      await expect(acceptInvitation(other, token)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await acceptInvitation(ana, token)).toEqual({ shop });
  });

  it('lets nobody into a suspended shop, and is good again when that is lifted', async () => {
    const [ana, admin] = [await makePerson(), await makePerson({ role: 'ADMIN' })];
    const token = await invite(ana);
    await suspendShop(admin, shop, 'Why');
    await expect(acceptInvitation(ana, token)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await roleOf(ana)).toBe('SHOPPER');
    await liftShopSuspension(admin, shop);
    expect(await acceptInvitation(ana, token)).toEqual({ shop });
  });

  it('makes no merchant of an admin', async () => {
    const admin = await makePerson({ role: 'ADMIN' });
    const token = await invite(admin);
    await expect(acceptInvitation(admin, token)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await roleOf(admin)).toBe('ADMIN');
  });

  it('is over after seven days, when it is taken back, and when there is a newer one', async () => {
    const ana = await makePerson();
    const first = await invite(ana, 'VIEWER');
    const second = await invite(ana, 'EDITOR');
    await expect(acceptInvitation(ana, first)).rejects.toMatchObject({ code: 'not_found' });
    const later = new Date(Date.now() + 8 * DAY_MS);
    expect(await getInvitation(second, later)).toBeNull();
    await expect(acceptInvitation(ana, second, later)).rejects.toMatchObject({ code: 'not_found' });
    const [waiting] = (await listTeam(owner, shop)).invitations;
    await revokeInvitation(owner, shop, waiting?.id ?? '');
    expect(await getInvitation(second)).toBeNull();
  });

  it('is used once of two who come with it at once', async () => {
    const ana = await makePerson();
    const token = await invite(ana);
    const both = await Promise.allSettled([
      acceptInvitation(ana, token),
      acceptInvitation(ana, token),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not made for somebody who is in the team, and its token is not in the database', async () => {
    await expect(
      inviteMember(owner, shop, { email: owner.email ?? '', role: 'VIEWER' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    const token = await invite(await makePerson());
    const rows = await db().shopInvitation.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a team', () => {
  it('always keeps an owner, also when two owners demote each other at once', async () => {
    await expect(setMemberRole(owner, shop, owner.userId, 'EDITOR')).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(removeMember(owner, shop, owner.userId)).rejects.toMatchObject({
      code: 'conflict',
    });
    const ana = await makePerson();
    await acceptInvitation(ana, await invite(ana, 'OWNER'));
    const merchant: Actor = { ...ana, role: 'MERCHANT' };
    const both = await Promise.allSettled([
      setMemberRole(owner, shop, ana.userId, 'VIEWER'),
      setMemberRole(merchant, shop, owner.userId, 'VIEWER'),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await rolesOf()).filter(([, role]) => role === 'OWNER')).toHaveLength(1);
  });

  it('is changed by owners alone; whoever wants to leave may', async () => {
    const [ana, ben] = [await makePerson(), await makePerson()];
    await acceptInvitation(ana, await invite(ana, 'EDITOR'));
    await acceptInvitation(ben, await invite(ben, 'VIEWER'));
    const editor: Actor = { ...ana, role: 'MERCHANT' };
    const refused = [
      () => inviteMember(editor, shop, { email: 'x@example.org', role: 'VIEWER' }),
      () => setMemberRole(editor, shop, ben.userId, 'OWNER'),
      () => setMemberRole(editor, shop, ana.userId, 'OWNER'),
      () => removeMember(editor, shop, ben.userId),
    ];
    for (const attempt of refused) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
    await removeMember(editor, shop, editor.userId);
    await removeMember(owner, shop, ben.userId);
    expect(await rolesOf()).toEqual([[owner.userId, 'OWNER']]);
    // Who belongs to no shop any more is a shopper again.
    expect(await roleOf(ana)).toBe('SHOPPER');
  });

  it('is not there for other shops’ people', async () => {
    const rival = await makePerson({ role: 'MERCHANT' });
    const theirs = (await makeShop(rival)).slug;
    const attempts = [
      () => listTeam(rival, shop),
      () => listShopActivity(rival, shop, { limit: 10 }),
      () => inviteMember(rival, shop, { email: 'x@example.org', role: 'OWNER' }),
      () => setMemberRole(rival, shop, rival.userId, 'OWNER'),
      () => removeMember(rival, shop, owner.userId),
      () => removeMember(rival, theirs, owner.userId),
      () => setMemberRole(rival, theirs, owner.userId, 'VIEWER'),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('the activity of a shop', () => {
  it('tells who did what, page by page, the latest first', async () => {
    const ana = await makePerson({ name: 'Ana' });
    await acceptInvitation(ana, await invite(ana, 'VIEWER'));
    await setMemberRole(owner, shop, ana.userId, 'EDITOR');
    const first = await listShopActivity(owner, shop, { limit: 2 });
    expect(first.items).toMatchObject([
      { action: 'team.role', subject: { name: 'Ana' }, detail: { from: 'VIEWER', to: 'EDITOR' } },
      { action: 'team.joined', actor: 'Ana' },
    ]);
    const rest = await listShopActivity(owner, shop, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(rest).toMatchObject({ items: [{ action: 'team.invited' }], nextCursor: null });
  });
});

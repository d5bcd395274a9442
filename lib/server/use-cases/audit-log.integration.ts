import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { makePerson, makeShop } from '#lib/server/testing/shop-floor.ts';
import { exportAuditEntries } from './export-audit-entries.ts';
import { listAuditEntries } from './list-audit-entries.ts';

afterAll(disconnect);

let admin: Actor;
let actor: Actor;
beforeEach(async () => {
  admin = await makePerson({ role: 'ADMIN' });
  actor = await makePerson({ role: 'MERCHANT', name: '=1+1' });
});

const entry = (action: string, more: { subjectId?: string; shopId?: string } = {}) =>
  recordAudit(db(), {
    actorId: actor.userId,
    action,
    subjectType: 'shop',
    subjectId: randomUUID(),
    ...more,
  });
const list = (query: Parameters<typeof listAuditEntries>[1]) => listAuditEntries(admin, query);
const actionsOf = async (query: Omit<Parameters<typeof listAuditEntries>[1], 'limit'>) =>
  (await list({ actor: actor.userId, ...query, limit: 50 })).items.map(({ action }) => action);

describe('the audit log', () => {
  it('is read from the latest on, page by page', async () => {
    for (const action of ['shop.opened', 'shop.settings', 'shop.caps']) await entry(action);
    const query = { actor: actor.email ?? '', limit: 2 };
    const first = await list(query);
    expect(first.items.map(({ action }) => action)).toEqual(['shop.caps', 'shop.settings']);
    const second = await list({ ...query, cursor: first.nextCursor ?? undefined });
    expect(second).toMatchObject({ items: [{ action: 'shop.opened' }], nextCursor: null });
  });

  it('is narrowed by action, subject, shop, time and id', async () => {
    const shop = await makeShop();
    const subjectId = randomUUID();
    await entry('shop.caps', { shopId: shop.id });
    await entry('shopping.none', { subjectId });
    expect(await actionsOf({ action: 'shop' })).toEqual(['shop.caps']);
    expect(await actionsOf({ action: 'shop.caps' })).toEqual(['shop.caps']);
    expect(await actionsOf({ shop: shop.slug })).toEqual(['shop.caps']);
    expect(await actionsOf({ id: subjectId })).toEqual(['shopping.none']);
    expect(await actionsOf({ type: 'garment' })).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect(await actionsOf({ from: today, to: today })).toHaveLength(2);
    expect(await actionsOf({ to: '2020-01-01' })).toEqual([]);
    const [{ id } = { id: '' }] = (await list({ actor: actor.userId, limit: 1 })).items;
    expect(await actionsOf({ id })).toEqual(['shopping.none']);
  });

  it('is exported as it is filtered, and no cell is calculated', async () => {
    await entry('shop.caps');
    await entry('shop.settings');
    const { body } = exportAuditEntries(admin, { actor: actor.userId, action: 'shop.caps' });
    const lines = (await new Response(body).text()).trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('shop.caps');
    expect(lines[1]).toContain("'=1+1");
  });

  it('is for admins only', async () => {
    await expect(listAuditEntries(actor, { limit: 1 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(() => exportAuditEntries(actor, {})).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });

  it('can only be added to', async () => {
    await entry('shop.caps');
    const mine = { where: { actorId: actor.userId } };
    const refused = /only be added to/;
    await expect(
      db().auditEntry.updateMany({ ...mine, data: { action: 'other' } }),
    ).rejects.toThrow(refused);
    await expect(db().auditEntry.deleteMany(mine)).rejects.toThrow(refused);
    await expect(db().$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(refused);
    expect(await actionsOf({})).toEqual(['shop.caps']);
  });

  it('keeps nobody and nothing from being deleted, and outlives them', async () => {
    const shop = await makeShop(actor);
    await entry('shop.opened', { subjectId: shop.id, shopId: shop.id });
    await db().shop.delete({ where: { id: shop.id } });
    await db().user.delete({ where: { id: actor.userId } });
    const { items } = await list({ id: shop.id, limit: 5 });
    expect(items).toMatchObject([{ actor: null, actorId: actor.userId, action: 'shop.opened' }]);
  });
});

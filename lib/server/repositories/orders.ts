import 'server-only';
import type { OrderView } from '#lib/contracts/order.ts';
import { orderReference } from '#lib/domain/bag.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const orderSelect = {
  id: true,
  createdAt: true,
  name: true,
  email: true,
  note: true,
  currency: true,
  totalMinor: true,
  shop: { select: { slug: true, name: true } },
  lines: {
    select: {
      id: true,
      title: true,
      colour: true,
      size: true,
      sku: true,
      quantity: true,
      priceMinor: true,
    },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.OrderRequestSelect;

type OrderRow = Prisma.OrderRequestGetPayload<{ select: typeof orderSelect }>;

function toOrder({ createdAt, currency, totalMinor, lines, ...row }: OrderRow): OrderView {
  return {
    ...row,
    reference: orderReference(row.id),
    createdAt: createdAt.toISOString(),
    total: { minor: totalMinor, currency },
    lines: lines.map(({ priceMinor, ...line }) => ({
      ...line,
      price: { minor: priceMinor, currency },
    })),
  };
}

export interface NewOrder {
  userId: string;
  shopId: string;
  idempotencyKey: string;
  name: string;
  email: string;
  note: string;
  currency: string;
  totalMinor: number;
  lines: {
    garmentId: string;
    title: string;
    colour: string;
    size: string;
    sku: string;
    quantity: number;
    priceMinor: number;
  }[];
}

export async function createOrder(tx: Db, { lines, ...order }: NewOrder): Promise<OrderView> {
  const row = await tx.orderRequest.create({
    data: { ...order, lines: { create: lines } },
    select: orderSelect,
  });
  return toOrder(row);
}

export async function findOrderByKey(
  db: Db,
  userId: string,
  idempotencyKey: string,
): Promise<OrderView | null> {
  const row = await db.orderRequest.findFirst({
    where: { userId, idempotencyKey },
    select: orderSelect,
  });
  return row && toOrder(row);
}

export async function findOwnOrder(db: Db, id: string, userId: string): Promise<OrderView | null> {
  const row = await db.orderRequest.findFirst({ where: { id, userId }, select: orderSelect });
  return row && toOrder(row);
}

/** The last ones that a person has sent. */
export async function listOwnOrders(db: Db, userId: string, limit: number): Promise<OrderView[]> {
  const rows = await db.orderRequest.findMany({
    where: { userId },
    orderBy: { id: 'desc' },
    take: limit,
    select: orderSelect,
  });
  return rows.map(toOrder);
}

/** What a shop was asked for. Ids are UUID v7, so one column pages. */
export async function listShopOrders(
  db: Db,
  shopId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<OrderView[]> {
  const rows = await db.orderRequest.findMany({
    where: {
      shopId,
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
    select: orderSelect,
  });
  return rows.map(toOrder);
}

/** How many a shop was sent since then. */
export async function countShopOrders(db: Db, shopId: string, since: Date): Promise<number> {
  return db.orderRequest.count({ where: { shopId, createdAt: { gte: since } } });
}

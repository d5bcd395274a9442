import 'server-only';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** What shoppers find: published, by a shop that is not suspended. The one place that says so. */
export const shownWhere = {
  status: 'ACTIVE',
  shop: { suspendedAt: null },
} as const satisfies Prisma.GarmentWhereInput;

export const shownSelect = {
  status: true,
  shop: { select: { suspendedAt: true } },
} as const satisfies Prisma.GarmentSelect;

type ShownRow = Prisma.GarmentGetPayload<{ select: typeof shownSelect }>;

export const isShown = ({ status, shop }: ShownRow): boolean =>
  status === 'ACTIVE' && shop.suspendedAt === null;

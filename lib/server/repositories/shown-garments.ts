import 'server-only';
import type { GarmentStatus, Prisma } from '#lib/server/generated/prisma/client.ts';

/** What shoppers find: published, by a shop that is not suspended. The one place that says so. */
export const shownWhere = {
  status: 'ACTIVE',
  shop: { suspendedAt: null },
} as const satisfies Prisma.GarmentWhereInput;

export const shownSelect = {
  status: true,
  shop: { select: { suspendedAt: true } },
} as const satisfies Prisma.GarmentSelect;

/** An instant is text where it came as JSON. */
interface ShownRow {
  status: GarmentStatus;
  shop: { suspendedAt: Date | string | null };
}

export const isShown = ({ status, shop }: ShownRow): boolean =>
  status === 'ACTIVE' && shop.suspendedAt === null;

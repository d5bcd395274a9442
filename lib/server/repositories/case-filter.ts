import 'server-only';
import type { CaseFilter } from '#lib/domain/case-query.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const HOUR_MS = 3_600_000;

/** @param me who asks, for `assignee: 'me'`. */
export function caseWhere(filter: CaseFilter, me: string, now: Date): Prisma.ReviewCaseWhereInput {
  const { status, cause, appeal, errorClass, shop, garment, person, assignee, signature } = filter;
  const words = filter.search?.toLowerCase().split(/\s+/u).filter(Boolean) ?? [];
  return {
    ...(status === 'any' ? {} : { status: status === 'open' ? 'OPEN' : 'RESOLVED' }),
    ...(cause ? { cause } : {}),
    ...(appeal ? { appeal: appeal === 'open' ? 'OPEN' : { not: null } } : {}),
    ...(errorClass ? { errorClass } : {}),
    ...(shop ? { shop: { slug: shop } } : {}),
    ...(garment ? { garment: { slug: garment } } : {}),
    ...(person ? { tryOn: { userId: person } } : {}),
    ...(assignee ? { assigneeId: assigneeOf(assignee, me) } : {}),
    ...(filter.olderThanHours
      ? { createdAt: { lte: new Date(now.getTime() - filter.olderThanHours * HOUR_MS) } }
      : {}),
    ...(signature ? { signature } : {}),
    ...(words.length > 0
      ? { AND: words.map((word) => ({ searchText: { contains: escapeLike(word) } })) }
      : {}),
  };
}

const assigneeOf = (asked: string, me: string) =>
  asked === 'nobody' ? null : asked === 'me' ? me : asked;

/** Prisma hands `contains` to LIKE as it is. */
const escapeLike = (word: string) => word.replace(/[\\%_]/gu, '\\$&');

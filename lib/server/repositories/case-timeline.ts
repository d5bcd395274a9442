import 'server-only';
import { z } from 'zod';
import type { CaseDetail, CaseEvent } from '#lib/contracts/review.ts';
import type { Db } from '#lib/server/db.ts';
import type { Appeal, Feedback } from '#lib/server/generated/prisma/client.ts';
import { nameOf, nameSelect } from './case-rows.ts';

const told = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

interface Told {
  tryOnId: string;
  person: { id: string; name: string };
  notes: CaseDetail['notes'];
  appeal: Appeal | null;
  feedback: Feedback[];
}

/** Entries of the audit log that tell of what stands in the timeline in its own words. */
const toldElsewhere = /^case\.note|^appeal\.(made|sent)|^feedback\./u;

/**
 * All that happened to a try-on, the earliest first: what the machine did, what admins did (the audit
 * log is the record of that), and what its shopper said.
 */
export async function listCaseEvents(
  db: Db,
  { tryOnId, person, notes, appeal, feedback }: Told,
): Promise<CaseEvent[]> {
  const [events, entries] = await Promise.all([
    db.tryOnEvent.findMany({
      where: { tryOnId },
      orderBy: { id: 'asc' },
      select: { at: true, kind: true, state: true, detail: true },
    }),
    db.auditEntry.findMany({
      where: { subjectType: { in: ['try-on', 'case'] }, subjectId: tryOnId },
      orderBy: { id: 'asc' },
      select: { at: true, actorId: true, action: true, detail: true },
    }),
  ]);
  const people = await db.user.findMany({
    where: { id: { in: entries.map(({ actorId }) => actorId) } },
    select: nameSelect,
  });
  const names = new Map(people.map((one) => [one.id, nameOf(one)]));
  const shopper = { by: person.name, source: 'shopper', state: null } as const;
  const all: CaseEvent[] = [
    ...events.map(
      ({ at, kind, state, detail }): CaseEvent => ({
        at: at.toISOString(),
        by: null,
        source: 'try-on',
        kind,
        state,
        detail: told.parse(detail ?? {}),
      }),
    ),
    ...entries
      .filter(({ action }) => !toldElsewhere.test(action))
      .map(
        ({ at, actorId, action, detail }): CaseEvent => ({
          at: at.toISOString(),
          by: names.get(actorId) ?? 'Somebody whose account is closed',
          source: actorId === person.id ? 'shopper' : 'admin',
          kind: action,
          state: null,
          detail: told.parse(detail ?? {}),
        }),
      ),
    ...notes.map(
      ({ at, by, text }): CaseEvent => ({
        at,
        by,
        source: 'admin',
        kind: 'note',
        state: null,
        detail: { text },
      }),
    ),
    ...(appeal
      ? [
          {
            ...shopper,
            at: appeal.createdAt.toISOString(),
            kind: 'appeal',
            detail: { text: appeal.text },
          },
        ]
      : []),
    ...feedback.map(({ createdAt, kind, text }) => ({
      ...shopper,
      at: createdAt.toISOString(),
      kind: 'report',
      detail: { what: kind, text },
    })),
  ];
  // Equals stay as they are: the machine's own order is that of its log.
  return all.sort((one, other) => one.at.localeCompare(other.at));
}

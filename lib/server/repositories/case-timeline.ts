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

/** What stands in the timeline in its shopper's or its admin's own words. */
const toldElsewhere = {
  events: ['appealed', 'appeal-answered', 'appeal-reopened', 'reported'],
  actions: ['case.comment'],
};

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
      where: { tryOnId, kind: { notIn: toldElsewhere.events } },
      orderBy: { id: 'asc' },
      select: { at: true, kind: true, state: true, detail: true },
    }),
    db.auditEntry.findMany({
      where: {
        subjectType: 'try-on',
        subjectId: tryOnId,
        action: { notIn: toldElsewhere.actions },
      },
      orderBy: { id: 'asc' },
      select: { at: true, actorId: true, action: true, detail: true },
    }),
  ]);
  const done = entries.map(({ detail, ...entry }) => ({
    ...entry,
    detail: told.parse(detail ?? {}),
  }));
  const people = await db.user.findMany({
    where: {
      id: { in: done.flatMap(({ actorId, detail }) => [actorId, String(detail.assignee ?? '')]) },
    },
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
    ...done.map(({ at, actorId, action, detail }): CaseEvent => {
      const assignee = names.get(String(detail.assignee));
      return {
        at: at.toISOString(),
        by: names.get(actorId) ?? 'Somebody whose account is closed',
        source: actorId === person.id ? 'shopper' : 'admin',
        kind: action,
        state: null,
        detail: assignee ? { ...detail, assignee } : detail,
      };
    }),
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

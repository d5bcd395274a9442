import 'server-only';
import { withoutSecrets } from '#lib/domain/redact.ts';
import {
  type FiledBy,
  type FiledClass,
  filedClasses,
  hasPhrase,
  type TextRule,
  textClasses,
} from '#lib/domain/text-rules.ts';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { asErrorClass } from './own-try-ons.ts';

const ruleSelect = {
  id: true,
  phrase: true,
  errorClass: true,
} satisfies Prisma.TextRuleSelect;

type RuleRow = Prisma.TextRuleGetPayload<{ select: typeof ruleSelect }>;

const isFiledClass = (word: string): word is FiledClass =>
  (filedClasses as readonly string[]).includes(word);

/** A class that this version does not know makes no rule. */
const toRule = ({ errorClass, ...rest }: RuleRow): TextRule[] =>
  isFiledClass(errorClass) ? [{ ...rest, errorClass }] : [];

/** The newest first, which is the order in which they speak; ids are UUID v7. */
export async function listRulesInForce(db: Db): Promise<TextRule[]> {
  const rows = await db.textRule.findMany({
    where: { retiredAt: null },
    orderBy: { id: 'desc' },
    select: ruleSelect,
  });
  return rows.flatMap(toRule);
}

const historySelect = {
  ...ruleSelect,
  note: true,
  createdAt: true,
  retiredAt: true,
  createdBy: { select: { name: true, email: true } },
  retiredBy: { select: { name: true, email: true } },
} satisfies Prisma.TextRuleSelect;

/** All rules, retired ones too, the newest first, with how many try-ons each has filed from where. */
export async function listRuleHistory(db: Db, limit: number) {
  const rows = await db.textRule.findMany({
    orderBy: { id: 'desc' },
    take: limit,
    select: historySelect,
  });
  const filed = await db.refiledTryOn.groupBy({
    by: ['ruleId', 'classBefore'],
    where: { ruleId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  return rows.map((row) => ({
    ...row,
    filed: filed
      .filter(({ ruleId }) => ruleId === row.id)
      .map(({ classBefore, _count }) => ({ from: asErrorClass(classBefore), count: _count })),
  }));
}

export async function createRule(
  tx: Db,
  rule: Omit<TextRule, 'id'> & { note: string; createdById: string },
): Promise<TextRule> {
  const { id } = await tx.textRule.create({ data: rule, select: { id: true } });
  return { id, phrase: rule.phrase, errorClass: rule.errorClass };
}

/** A rule whether it is in force or not. */
export async function findRule(db: Db, id: string) {
  const row = await db.textRule.findUnique({
    where: { id },
    select: { ...ruleSelect, retiredAt: true },
  });
  const rule = row && toRule(row)[0];
  return rule ? { rule, inForce: row.retiredAt === null } : null;
}

/** Null when it is not there, or retired already. */
export async function retireRule(
  tx: Db,
  id: string,
  { byId, now }: { byId: string; now: Date },
): Promise<TextRule | null> {
  const rows = await tx.textRule.updateManyAndReturn({
    where: { id, retiredAt: null },
    data: { retiredAt: now, retiredById: byId },
    select: ruleSelect,
  });
  return rows.flatMap(toRule)[0] ?? null;
}

/** Makes rules one after the other: two admins never make the same one at once. */
export async function lockRules(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('text-rules'))`;
}

/** That a rule has a try-on filed, and what it is without any: what a roll-back needs. */
export async function noteFiling(
  tx: Db,
  tryOnId: string,
  { ruleId, classBefore }: FiledBy,
  stateBefore: 'failed' | 'blocked',
): Promise<void> {
  await tx.refiledTryOn.createMany({
    data: { ruleId, tryOnId, classBefore, stateBefore },
    skipDuplicates: true,
  });
}

/** Cases of one text under one class. */
export interface TextGroup {
  signature: string;
  errorClass: TryOnErrorClass;
  /** Normalised. */
  text: string;
  open: number;
  resolved: number;
  /** Of the open ones: those whose appeal waits for an answer. */
  appealed: number;
  firstAt: Date;
  lastAt: Date;
  /** Id of the newest case. */
  newest: string;
}

/** Whose class comes of words, and whose end is told by it. */
const ofWords = {
  cause: { in: ['failed', 'blocked'] },
  errorClass: { in: [...textClasses] },
} satisfies Prisma.ReviewCaseWhereInput;

async function groupTexts(db: Db, where: Prisma.ReviewCaseWhereInput): Promise<TextGroup[]> {
  const rows = await db.reviewCase.groupBy({
    by: ['signature', 'errorClass', 'status', 'appeal'],
    where: { ...ofWords, ...where },
    _count: true,
    _min: { createdAt: true },
    _max: { createdAt: true, id: true },
  });
  const groups = new Map<string, TextGroup>();
  for (const { signature, errorClass, status, appeal, _count, _min, _max } of rows) {
    const key = `${errorClass} ${signature}`;
    const firstAt = _min.createdAt ?? new Date(0);
    const lastAt = _max.createdAt ?? firstAt;
    const group = groups.get(key) ?? {
      signature,
      errorClass: asErrorClass(errorClass),
      text: signature.slice(`${errorClass}: `.length),
      open: 0,
      resolved: 0,
      appealed: 0,
      firstAt,
      lastAt,
      newest: '',
    };
    group[status === 'OPEN' ? 'open' : 'resolved'] += _count;
    if (status === 'OPEN' && appeal === 'OPEN') group.appealed += _count;
    if (firstAt < group.firstAt) group.firstAt = firstAt;
    if (lastAt > group.lastAt) group.lastAt = lastAt;
    // Ids are UUID v7.
    if (_max.id && _max.id > group.newest) group.newest = _max.id;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Those whose words are kept: no rule can be made of a text whose time is over. */
export async function groupUnclassified(db: Db): Promise<TextGroup[]> {
  const groups = await groupTexts(db, { errorClass: 'unclassified' });
  return groups.filter(({ text }) => text !== '');
}

export async function groupWithPhrase(db: Db, phrase: string): Promise<TextGroup[]> {
  const groups = await groupTexts(db, { signature: { contains: escapeLike(phrase) } });
  return groups.filter(({ text }) => hasPhrase(text, phrase));
}

/** The provider's own words of the newest case of each group. */
export async function findSamples(
  db: Db,
  groups: readonly TextGroup[],
): Promise<Map<TextGroup, { tryOnId: string; text: string }>> {
  const rows = await db.reviewCase.findMany({
    where: { id: { in: groups.map(({ newest }) => newest) } },
    select: { id: true, tryOnId: true, tryOn: { select: { providerText: true } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    groups.map((group) => {
      const row = byId.get(group.newest);
      const text = row ? withoutSecrets(row.tryOn.providerText ?? group.text) : group.text;
      return [group, { tryOnId: row?.tryOnId ?? '', text }];
    }),
  );
}

/** Open cases with a phrase that are not of a class, the oldest first, after the one with that id. */
export async function listToRefile(
  db: Db,
  { phrase, errorClass }: Pick<TextRule, 'phrase' | 'errorClass'>,
  { after, limit }: { after: string; limit: number },
): Promise<{ id: string; tryOnId: string }[]> {
  return db.reviewCase.findMany({
    where: {
      ...ofWords,
      status: 'OPEN',
      signature: { contains: escapeLike(phrase) },
      NOT: { errorClass },
      id: { gt: after },
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, tryOnId: true },
  });
}

/** What a rule has filed, in the order of ids. */
export async function listFiledBy(
  db: Db,
  ruleId: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await db.refiledTryOn.findMany({
    where: { ruleId, tryOnId: { gt: after } },
    orderBy: { tryOnId: 'asc' },
    take: limit,
    select: { tryOnId: true },
  });
  return rows.map(({ tryOnId }) => tryOnId);
}

/** Prisma hands `contains` to LIKE as it is. */
const escapeLike = (words: string) => words.replace(/[\\%_]/gu, '\\$&');

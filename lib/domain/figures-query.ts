import { type GarmentCategory, garmentCategories } from './category.ts';
import { type Day, isDay, lastDays, lengthOf, MOST_DAYS, type Period } from './figure-days.ts';

/**
 * What a merchant asks the figures for, and its address. Reading an address never fails: what makes no
 * sense is left out.
 */
export interface FiguresQuery {
  /** The last so many days, or one period and no other. */
  period: PeriodChoice | Period;
  category: GarmentCategory | null;
  /** The id of the one garment that is asked about. */
  garment: string | null;
  sort: FiguresSort;
}

export const periodChoices = [7, 28, 90] as const;
export type PeriodChoice = (typeof periodChoices)[number];

/** All of them from the most on; a rate of few stands behind. */
export const figuresSorts = [
  'views',
  'opened',
  'tryOns',
  'succeeded',
  'failed',
  'blocked',
  'complaints',
  'bags',
  'cost',
] as const;
export type FiguresSort = (typeof figuresSorts)[number];

const USUAL = { period: 28, sort: 'views' } as const;

type AddressParams = Record<string, string | string[] | undefined>;

export function parseFigures(params: AddressParams): FiguresQuery {
  const days = periodChoices.find((choice) => String(choice) === params.days);
  const garment = typeof params.garment === 'string' ? params.garment : '';
  return {
    period: days ?? parsePeriod(params) ?? USUAL.period,
    category: oneOf(garmentCategories, params.category),
    garment: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(garment) ? garment : null,
    sort: oneOf(figuresSorts, params.sort) ?? USUAL.sort,
  };
}

function parsePeriod({ from, to }: AddressParams): Period | null {
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to)) return null;
  const period = from <= to ? { from, to } : { from: to, to: from };
  return lengthOf(period) <= MOST_DAYS ? period : null;
}

/** The part of an address after "?", always in the same order; empty for what is usual. */
export function printFigures({ period, category, garment, sort }: FiguresQuery): string {
  const search = new URLSearchParams();
  const days = typeof period === 'number' && period !== USUAL.period ? String(period) : null;
  const exact = typeof period === 'number' ? {} : period;
  const pairs = { days, ...exact, category, garment, sort: sort === USUAL.sort ? null : sort };
  for (const [name, value] of Object.entries(pairs)) if (value) search.set(name, value);
  return search.toString();
}

export const periodOf = ({ period }: FiguresQuery, today: Day): Period =>
  typeof period === 'number' ? lastDays(period, today) : period;

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | null =>
  all.find((one) => one === value) ?? null;

import { type GarmentKind, garmentKinds } from './category.ts';
import {
  type GarmentStatus,
  garmentStatuses,
  type Readiness,
  readinesses,
} from './garment-status.ts';

/**
 * What a merchant asks the table of garments for, and its address: everything that narrows or sorts it
 * stands in the address, so it can be sent, reloaded and gone back to. Reading an address never fails.
 */
export interface TableQuery {
  /** Any part of title, colour, type or SKU, as typed. */
  q: string;
  status: GarmentStatus | null;
  kind: GarmentKind | null;
  /** Only of what can be tried on, and of archived garments only with that status. */
  readiness: Readiness | null;
  /** Empty for all. */
  tag: string;
  sort: TableSort;
}

/** A minus in front sorts downwards. */
export const tableSorts = [
  '-updated',
  'updated',
  '-created',
  'created',
  'title',
  '-title',
  'price',
  '-price',
] as const;
export type TableSort = (typeof tableSorts)[number];

export const wholeTable: TableQuery = {
  q: '',
  status: null,
  kind: null,
  readiness: null,
  tag: '',
  sort: '-updated',
};

type AddressParams = Record<string, string | string[] | undefined>;

const MAX_QUERY = 100;
export const MAX_TAG = 40;

export function parseTable(params: AddressParams): TableQuery {
  return {
    q: text(params.q).slice(0, MAX_QUERY),
    status: oneOf(garmentStatuses, params.status),
    kind: oneOf(garmentKinds, params.kind),
    readiness: oneOf(readinesses, params.readiness),
    tag: text(params.tag).slice(0, MAX_TAG),
    sort: oneOf(tableSorts, params.sort) ?? wholeTable.sort,
  };
}

/** The part of an address after "?", always in the same order; empty for the whole table. */
export function printTable({ q, status, kind, readiness, tag, sort }: TableQuery): string {
  const search = new URLSearchParams();
  const pairs = { q, status, kind, readiness, tag, sort: sort === wholeTable.sort ? null : sort };
  for (const [name, value] of Object.entries(pairs)) if (value) search.set(name, value);
  return search.toString();
}

/** How many things narrow the table; its order is none of them. */
export const countNarrowings = ({ sort: _, ...narrowings }: TableQuery): number =>
  Object.values(narrowings).filter((value) => value !== null && value !== '').length;

/**
 * The place after a row: what the table is sorted by, and the row's id to tell equals apart. A place
 * and not a number of rows to skip: the last page costs what the first one does.
 */
export interface TablePlace {
  sort: TableSort;
  /** A time in ISO 8601, a title, or a price in minor units. */
  value: string;
  id: string;
}

export const printPlace = ({ sort, value, id }: TablePlace): string =>
  encodeURIComponent(JSON.stringify([sort, value, id]));

/** Null for a place of another order, or none of ours. */
export function parsePlace(printed: string, sort: TableSort): TablePlace | null {
  let parts: unknown;
  try {
    parts = JSON.parse(decodeURIComponent(printed));
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== sort) return null;
  const [, value, id] = parts;
  if (typeof value !== 'string' || typeof id !== 'string') return null;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return fits(sort, value) ? { sort, value, id } : null;
}

function fits(sort: TableSort, value: string): boolean {
  switch (sort) {
    case 'title':
    case '-title':
      return value.length <= 200 && !value.includes('\0');
    case 'price':
    case '-price':
      return /^\d{1,9}$/.test(value);
    case 'created':
    case '-created':
    case 'updated':
    case '-updated':
      return (
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value))
      );
  }
}

const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value) ?? '';

// Postgres refuses NUL in a text.
const text = (value: string | string[] | undefined) =>
  first(value).replaceAll('\0', '').replace(/\s+/g, ' ').trim();

const oneOf = <T extends string>(
  all: readonly T[],
  value: string | string[] | undefined,
): T | null => all.find((one) => one === first(value)) ?? null;

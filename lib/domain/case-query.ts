import { type ReviewCause, reviewCauses } from './review-case.ts';
import { isTryOnErrorClass, type TryOnErrorClass } from './try-on-error.ts';

/** Which cases an admin asks for. All that is given must hold; nothing given is every open case. */
export interface CaseFilter {
  status: 'open' | 'resolved' | 'any';
  cause?: ReviewCause;
  /** `open`: waits for an answer. */
  appeal?: 'open' | 'any';
  errorClass?: TryOnErrorClass;
  /** Slugs. */
  shop?: string;
  garment?: string;
  /** Id of the user who asked for the try-on. */
  person?: string;
  /** `me`, `nobody`, or the id of an admin. */
  assignee?: string;
  /** Opened at least so many hours ago. */
  olderThanHours?: number;
  /** Of one group (`provider-signature.ts`). */
  signature?: string;
  /** Words that all occur in ids, class, the provider's words, garment, shop, appeal, reports or notes. */
  search?: string;
}

export const caseOrders = ['newest', 'oldest'] as const;
export type CaseOrder = (typeof caseOrders)[number];

export interface CaseQuery extends CaseFilter {
  order: CaseOrder;
}

/** A signature is a class and 300 characters of the provider's. */
const MAX_WORDS = 400;
const ages = { min: 1, max: 24 * 365 } as const;

type Given = Record<string, string | string[] | undefined>;

/** Reads an address's query. What it does not know it leaves out, so that an old link still opens. */
export function readCaseQuery(given: Given): CaseQuery {
  const word = (name: string) => {
    const value = given[name];
    // Postgres refuses NUL in a text.
    const text =
      typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, MAX_WORDS) : '';
    return text || undefined;
  };
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === word(name));
  const hours = Number(word('olderThanHours'));
  const errorClass = word('errorClass');
  return {
    status: one('status', ['open', 'resolved', 'any'] as const) ?? 'open',
    cause: one('cause', reviewCauses),
    appeal: one('appeal', ['open', 'any'] as const),
    errorClass: errorClass && isTryOnErrorClass(errorClass) ? errorClass : undefined,
    shop: word('shop'),
    garment: word('garment'),
    person: word('person'),
    assignee: word('assignee'),
    olderThanHours:
      Number.isInteger(hours) && hours >= ages.min && hours <= ages.max ? hours : undefined,
    signature: word('signature'),
    search: word('search'),
    order: one('order', caseOrders) ?? 'newest',
  };
}

/** The query of an address, without what goes without saying; empty for the plain queue. */
export function writeCaseQuery(query: CaseQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const plain =
      (name === 'status' && value === 'open') || (name === 'order' && value === 'newest');
    if (value !== undefined && !plain) params.set(name, String(value));
  }
  return params.toString();
}

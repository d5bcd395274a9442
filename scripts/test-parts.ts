/** The parts of `npm test` in their order: the quick ones first. */
export const PARTS = ['types', 'lint', 'unit', 'integration', 'faults', 'build', 'e2e'] as const;
export type Part = (typeof PARTS)[number];

export interface Choice {
  parts: Part[];
  /** Paths or pieces of them; none means all. */
  filters: string[];
}

/** Which parts the arguments ask for: names of parts, or paths, whose part follows from the path. */
export function chooseParts(args: readonly string[]): Choice {
  const named = PARTS.filter((part) => args.includes(part));
  const filters = args.filter((arg) => !PARTS.some((part) => part === arg));
  if (named.length > 0) return { parts: named, filters };
  if (filters.length === 0) return { parts: [...PARTS], filters };
  const parts = new Set(filters.flatMap(partsOfPath));
  return { parts: PARTS.filter((part) => parts.has(part)), filters };
}

function partsOfPath(path: string): Part[] {
  if (/(^|\/)e2e(\/|$)|\.spec\.ts/.test(path)) return ['e2e'];
  if (/\.integration(\.ts)?$/.test(path)) return ['integration'];
  if (/\.test(\.tsx?)?$/.test(path)) return ['unit'];
  return ['unit', 'integration'];
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../progress.ts';

export type Figures = Record<string, number>;

/** What one round found. `wrong` must be empty for the campaign to have passed. */
export interface RoundReport {
  name: string;
  figures: Figures;
  /** How often each fault was injected. */
  faults: Figures;
  /** Promises that were not kept, in words. */
  broken: string[];
  /** Kept with the figures. */
  notes?: Record<string, string>;
}

const MUST_BE_ZERO = ['lost', 'doubled', 'stuck', 'disorder'];

export const isKept = ({ figures, broken }: RoundReport): boolean =>
  broken.length === 0 && MUST_BE_ZERO.every((name) => !figures[name]);

export function showRound(report: RoundReport): void {
  const pairs = (figures: Figures) =>
    Object.entries(figures)
      .map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(1)}`)
      .join(' · ');
  say(`${isKept(report) ? '✓' : '✗'} ${report.name}`);
  if (Object.keys(report.faults).length > 0) say(`    faults: ${pairs(report.faults)}`);
  say(`    ${pairs(report.figures)}`);
  for (const line of report.broken) say(`    ${line}`);
}

type KeptRound = RoundReport & { leaseSeconds: number; on: string };

/**
 * Writes a round into the file, in place of what it found the last time. After each one: a long
 * campaign may be stopped, and rounds are run one by one as well.
 */
export function keepRound(file: string, name: string, round: KeptRound): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const before: { rounds?: Record<string, KeptRound> } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  const rounds = { ...before.rounds, [name]: round };
  const passed = Object.values(rounds).filter(isKept).length;
  const summary = { passed, failed: Object.keys(rounds).length - passed, rounds };
  const tenths = (_: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  writeFileSync(file, `${JSON.stringify(summary, tenths, 2)}\n`);
}

const COLUMNS = [
  'faults',
  'try-ons',
  'lost',
  'doubled',
  'stuck',
  'disorder',
  'unknown',
  'p50 s',
  'p99 s',
];

/** One line a round, and the sum of those that count try-ons. */
export function formatRounds(rounds: readonly RoundReport[]): string {
  const lines = rounds.map(({ name, figures, faults }) => {
    const sum = Object.values(faults).reduce((total, n) => total + n, 0);
    const cells: Figures = { ...figures, faults: sum };
    return [name, ...COLUMNS.map((column) => cellOf(cells[column]))];
  });
  const table = [['', ...COLUMNS], ...lines];
  const widths = ['', ...COLUMNS].map((_, i) =>
    Math.max(...table.map((row) => row[i]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const cellOf = (value: number | undefined) => {
  if (value === undefined) return '';
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
};

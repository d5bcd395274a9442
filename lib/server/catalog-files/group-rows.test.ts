import { describe, expect, it } from 'vitest';
import { groupRows } from './group-rows.ts';
import { catalogFileLimits } from './limits.ts';
import { error } from './problems.ts';
import type { RowOrLoss } from './rows.ts';

const headers = ['Handle'];

async function grouped(rows: Iterable<string | RowOrLoss>, limits = {}) {
  async function* all(): AsyncGenerator<RowOrLoss> {
    let line = 1;
    for (const row of rows) {
      line += 1;
      const at = { headers, from: line, to: line };
      yield typeof row === 'string'
        ? { kind: 'row', row: { ...at, cells: [row], problems: [] } }
        : row;
    }
  }
  const groups: string[] = [];
  const problems: string[] = [];
  const grouping = {
    keyOf: ({ cells }: { cells: readonly string[] }) => cells[0] ?? '',
    keyColumn: 'Handle',
    limits: { ...catalogFileLimits, ...limits },
  };
  for await (const next of groupRows(all(), grouping)) {
    if (next.kind === 'problem') problems.push(`${next.problem.line}: ${next.problem.message}`);
    else {
      const { key, rows: its, problems: own } = next.group;
      groups.push(`${key} ${its.map(({ from }) => from).join(',')}`);
      problems.push(...own.map(({ line, message }) => `${key} ${line}: ${message}`));
    }
  }
  return { groups, problems };
}

const lost = (key: string): RowOrLoss => ({
  kind: 'lost',
  problem: error({ line: 9 }, 'broken'),
  headers,
  cells: [key],
});

describe('the rows of one garment', () => {
  it('are brought together', async () => {
    expect((await grouped(['a', 'a', 'b', 'c', 'c'])).groups).toEqual(['a 2,3', 'b 4', 'c 5,6']);
  });

  it('may have a few others between them', async () => {
    expect(await grouped(['a', 'b', 'a', 'b'])).toEqual({
      groups: ['a 2,4', 'b 3,5'],
      problems: [],
    });
  });

  it('are told when they come again much later, once and with both places', async () => {
    const others = Array.from({ length: 300 }, (_, i) => `other-${i}`);
    const { groups, problems } = await grouped(['a', 'a', ...others, 'a', 'a']);
    expect(groups).toHaveLength(301);
    expect(problems).toEqual([
      '304: “a” was read from lines 2 to 3 already. Put all lines of a garment together, or give this one another name.',
    ]);
  });

  it('are told when they do not say which garment they belong to', async () => {
    const { groups, problems } = await grouped(['a', '', 'b']);
    expect(groups).toEqual(['a 2', 'b 4']);
    expect(problems[0]).toMatch(/^3: The column “Handle” is blank/);
  });

  it.each([
    ['before its lines', [lost('a'), 'a', 'a']],
    ['after them', ['a', 'a', lost('a')]],
  ])('keep out a garment that lost a line %s', async (_, rows) => {
    expect((await grouped(rows)).problems).toEqual(['a 9: broken']);
  });

  it('tell of a lost line alone when it is not known whose it was', async () => {
    expect((await grouped(['a', lost('zzz'), 'b'])).problems).toEqual(['9: broken']);
    expect((await grouped(['a', lost('zzz')])).problems).toEqual(['9: broken']);
  });

  it('are not collected without end', async () => {
    const { groups, problems } = await grouped(Array<string>(10).fill('a'), { rowsPerGarment: 3 });
    expect(groups).toEqual(['a 2,3,4']);
    expect(problems).toEqual([expect.stringContaining('more than 3 lines')]);
  });

  it('stop where a file has more garments than are read', async () => {
    const { groups, problems } = await grouped(['a', 'b', 'c', 'd'], { garments: 2 });
    expect(groups).toEqual(['a 2', 'b 3']);
    expect(problems).toEqual([expect.stringContaining('more than 2 garments')]);
  });
});

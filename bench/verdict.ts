// The figures of all rows on one screen: beside their targets, their yardsticks, and what they were before.
import { type Figure, formatCells, targetRows } from './report.ts';
import { spread } from './times.ts';

const HEAD = ['', 'median', 'lowest', 'highest', 'unit', 'target', ''];

/** One line a figure, in the order of the rows. */
export function formatFigures(figures: Figure[]): string {
  const inOrder = targetRows.flatMap((row) => figures.filter((figure) => figure.row === row));
  return formatCells('Figures beside their targets, over all rounds', [
    HEAD,
    ...inOrder.map((figure) => {
      const { median, lowest, highest } = spread(figure.rounds);
      return [
        `${figure.row} ${figure.yardstick ? 'yardstick: ' : ''}${figure.what}`,
        ...[median, lowest, highest].map(figureText),
        figure.unit,
        targetText(figure),
        verdict(figure),
      ];
    }),
  ]);
}

/** What has changed since another measurement; figures that one of the two has not are left out. */
export function formatChanges(before: Figure[], after: Figure[]): string {
  const pairs = after.flatMap((now) => {
    const then = before.find(({ row, what }) => row === now.row && what === now.what);
    return then ? [{ now, then }] : [];
  });
  return formatCells('What has changed', [
    ['', 'before', 'now', 'change', ''],
    ...pairs.map(({ now, then }) => {
      const [was, is] = [spread(then.rounds), spread(now.rounds)];
      const change = was.median === 0 ? '' : `${signed((is.median / was.median - 1) * 100)} %`;
      const apart = is.lowest > was.highest || is.highest < was.lowest;
      return [
        `${now.row} ${now.what}`,
        ...[was.median, is.median].map(figureText),
        change,
        apart ? '' : 'within the spread',
      ];
    }),
  ]);
}

function targetText({ target }: Figure): string {
  if (!target) return '';
  return 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
}

/** With how many rounds have met the target, unless all or none have. */
export function verdict({ target, rounds, by }: Figure): string {
  if (!target) return '';
  const isMet = (value: number) =>
    'atMost' in target ? value <= target.atMost : value >= target.atLeast;
  const met = rounds.filter(isMet).length;
  const decides = by === 'worst' ? met === rounds.length : isMet(spread(rounds).median);
  const word = decides ? 'met' : 'short';
  return met === 0 || met === rounds.length ? word : `${word}, met in ${met} of ${rounds.length}`;
}

const figureText = (value: number) =>
  value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
const signed = (value: number) => (value >= 0 ? '+' : '−') + Math.abs(value).toFixed(0);

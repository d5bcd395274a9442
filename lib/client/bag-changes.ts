import type { BagLineView, BagView } from '#lib/contracts/bag.ts';
import { totalOf } from '#lib/domain/bag.ts';

/** What the bag is going to be, shown before the server has said so. */

export const emptyBag: BagView = { shops: [], count: 0 };

/** Another quantity of one line, and every total that follows from it. */
export const withQuantity = (bag: BagView, id: string, quantity: number): BagView =>
  changeLines(bag, (line) => (line.id === id ? [{ ...line, quantity }] : [line]));

/** Without one line, and without a shop that it was the last of. */
export const withoutLine = (bag: BagView, id: string): BagView =>
  changeLines(bag, (line) => (line.id === id ? [] : [line]));

function changeLines(bag: BagView, change: (line: BagLineView) => BagLineView[]): BagView {
  const shops = bag.shops.flatMap((part) => {
    const lines = part.lines.flatMap(change);
    return lines.length > 0 ? [{ ...part, lines, ...totalOf(lines, part.currency) }] : [];
  });
  return { shops, count: shops.reduce((sum, { count }) => sum + count, 0) };
}

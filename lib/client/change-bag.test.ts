import { cache } from 'swr/_internal';
import { afterEach, expect, it, vi } from 'vitest';
import type { BagLineView, BagView } from '#lib/contracts/bag.ts';
import { totalOf } from '#lib/domain/bag.ts';
import { emptyBag } from './bag-changes.ts';
import { removeLine, setQuantity } from './change-bag.ts';
import { BAG_KEY } from './use-bag.ts';

const line = (id: string): BagLineView => ({
  id,
  quantity: 1,
  state: 'available',
  garment: { slug: id, title: id, colour: '', picture: null },
  size: 'M',
  price: { minor: 100, currency: 'EUR' },
});

const lines = ['a', 'b', 'c'].map(line);
const bag: BagView = {
  shops: [
    {
      shop: { slug: 'halden', name: 'Halden' },
      currency: 'EUR',
      way: 'request',
      lines,
      ...totalOf(lines, 'EUR'),
    },
  ],
  count: 3,
};

const shown = () => {
  const data: BagView | undefined = cache.get(BAG_KEY)?.data;
  return data?.shops.flatMap((part) => part.lines.map(({ id, quantity }) => `${quantity} ${id}`));
};

afterEach(() => {
  cache.delete(BAG_KEY);
  vi.unstubAllGlobals();
});

/** A server that is slow: what is shown meanwhile is what counts here. */
function holdAnswers(): () => void {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  vi.stubGlobal('fetch', async () => {
    await answered;
    return Response.json(emptyBag);
  });
  return answer;
}

it('begins with what the page brought along when no other bag is known yet', async () => {
  const answer = holdAnswers();
  const changed = setQuantity('b', 2, bag);
  expect(shown()).toEqual(['1 a', '2 b', '1 c']);
  answer();
  await changed;
});

it('keeps a first change while a second one is made', async () => {
  const answer = holdAnswers();
  cache.set(BAG_KEY, { data: bag });
  const first = removeLine('a');
  const second = removeLine('b');
  expect(shown()).toEqual(['1 c']);
  answer();
  await Promise.all([first, second]);
});

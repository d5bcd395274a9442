import { mutate } from 'swr';
import type { AddBagLineBody, BagView, ShopBagView } from '#lib/contracts/bag.ts';
import { seenOf } from '#lib/domain/bag.ts';
import { emptyBag, withoutLine, withQuantity } from './bag-changes.ts';
import { fetchJson, jsonBody } from './fetch-json.ts';
import { BAG_KEY, bagContract } from './use-bag.ts';
import { ensureSession } from './use-session.ts';

/**
 * Changes of the bag: shown at once, and taken back when the server says no or nothing at all.
 * `initial` is the bag that the page brought along: what is changed when no other is known yet.
 */

const checkoutContract = async () => (await import('#lib/contracts/bag.ts')).checkoutView;

/** Makes a guest of a newcomer. Throws like `fetchJson`. */
export async function addToBag(line: AddBagLineBody, initial?: BagView): Promise<void> {
  await ensureSession();
  await change(
    (bag) => ({ ...bag, count: bag.count + (line.quantity ?? 1) }),
    () => fetchJson(`${BAG_KEY}/lines`, bagContract, jsonBody(line)),
    initial,
  );
}

/** The quantity that each line should have in the end; what was wanted in between is not sent. */
const wanted = new Map<string, number>();

export async function setQuantity(id: string, quantity: number, initial?: BagView): Promise<void> {
  wanted.set(id, quantity);
  await change(
    (bag) => withQuantity(bag, id, quantity),
    async () =>
      wanted.get(id) === quantity
        ? fetchJson(linePath(id), bagContract, { ...jsonBody({ quantity }), method: 'PATCH' })
        : undefined,
    initial,
  );
}

export async function removeLine(id: string, initial?: BagView): Promise<void> {
  wanted.delete(id);
  await change(
    (bag) => withoutLine(bag, id),
    () => fetchJson(linePath(id), bagContract, { method: 'DELETE' }),
    initial,
  );
}

/** Where the shop's own checkout opens with what is seen of it in the bag. */
export async function openCheckout({ shop, currency, lines }: ShopBagView): Promise<string> {
  const body = { shop: shop.slug, currency, seen: seenOf(lines, currency) };
  const { url } = await fetchJson(`${BAG_KEY}/checkout`, checkoutContract, jsonBody(body));
  return url;
}

/** Asks for the bag anew, wherever it is shown. */
export const refreshBag = () => mutate(BAG_KEY);

const linePath = (id: string) => `${BAG_KEY}/lines/${id}`;

let before: Promise<unknown> = Promise.resolve();

/** One request after the other, or a slow first answer would undo what a second one has changed. */
async function change(
  expected: (bag: BagView) => BagView,
  request: () => Promise<BagView | undefined>,
  initial = emptyBag,
): Promise<void> {
  const answer = before.then(request);
  before = answer.catch(() => {});
  try {
    await mutate<BagView, BagView | undefined>(BAG_KEY, answer, {
      // What is shown has the changes that are still under way; the other one is from before them.
      optimisticData: (known, shown) => expected(shown ?? known ?? initial),
      populateCache: (bag, known) => bag ?? known ?? emptyBag,
      rollbackOnError: true,
      revalidate: false,
    });
  } catch (error) {
    // Taken back to what was known last, which may be older than what others have changed since.
    void mutate(BAG_KEY);
    throw error;
  }
}

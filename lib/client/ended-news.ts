import type { TryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';

/** One that was under way and has ended, as far as it has to be told. */
export interface EndedNews {
  id: string;
  title: string;
  ready: boolean;
  /** Where it is seen. */
  href: string;
  /** Of the garment: the look itself is private and stays on the page. */
  pictureUrl: string | null;
}

/**
 * What has ended since it was last seen under way. One that was called off or deleted is no news.
 *
 * @param watched ids that were under way; those that have ended are taken out, new ones put in.
 */
export function endedSince(watched: Set<string>, tryOns: readonly TryOnView[]): EndedNews[] {
  const news: EndedNews[] = [];
  for (const tryOn of tryOns) {
    if (!isFinal(tryOn.state)) {
      watched.add(tryOn.id);
      continue;
    }
    if (!watched.delete(tryOn.id) || tryOn.state === 'cancelled') continue;
    const { id, garment } = tryOn;
    news.push({
      id,
      title: lookName(tryOn),
      ready: tryOn.state === 'succeeded',
      // Without a page of the garment it is still among the looks.
      href: garment.inShop ? `/garments/${garment.slug}?try-on=${id}` : '/looks',
      pictureUrl: garment.picture?.url ?? null,
    });
  }
  return news;
}

/** Whether the page at this address shows it already: its own room, or all of My looks. */
export function isShownAt(
  { href, id }: Pick<EndedNews, 'href' | 'id'>,
  { pathname, search }: { pathname: string; search: string },
): boolean {
  if (pathname === '/looks') return true;
  return href.startsWith(`${pathname}?`) && new URLSearchParams(search).get('try-on') === id;
}

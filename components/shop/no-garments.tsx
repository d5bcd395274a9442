import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { type Browse, browseHref, countFilters } from '#lib/domain/browse.ts';
import { isLiteral, withoutQuotes } from '#lib/domain/search-words.ts';
import { noGarmentsWords, resultWords } from '#lib/words/browse.ts';

/** Nothing fits: say what might be in the way, and lead out. */
export function NoGarments({ browse }: { browse: Browse }) {
  const { q } = browse;
  const way = wayOut(browse);
  return (
    <EmptyState
      title={noGarmentsWords.title(withoutQuotes(q))}
      action={
        <>
          {way && <LinkButton href={way.href}>{way.name}</LinkButton>}
          <LinkButton href="/garments" variant={way ? 'secondary' : 'primary'}>
            {noGarmentsWords.everything}
          </LinkButton>
        </>
      }
    >
      {reasonWords(browse)}
    </EmptyState>
  );
}

/** What to take back first, where that is not all. */
function wayOut(browse: Browse) {
  const { q } = browse;
  if (isLiteral(q)) {
    return { href: browseHref({ q: withoutQuotes(q) }, browse), name: resultWords.widely };
  }
  if (q && countFilters(browse) > 0) {
    return { href: browseHref({ q }), name: noGarmentsWords.withoutFilters };
  }
  return null;
}

function reasonWords(browse: Browse): string {
  if (isLiteral(browse.q)) return noGarmentsWords.literal;
  if (countFilters(browse) > 0) return noGarmentsWords.filtered;
  return browse.q ? noGarmentsWords.searched : noGarmentsWords.empty;
}

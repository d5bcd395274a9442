import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { type Browse, browseHref, countFilters } from '#lib/domain/browse.ts';

/** Nothing fits: say what might be in the way, and lead out. */
export function NoGarments({ browse }: { browse: Browse }) {
  const { q } = browse;
  const filters = countFilters(browse);
  return (
    <EmptyState
      title={q ? `Nothing found for “${q}”` : 'Nothing here just now'}
      action={
        <>
          {q && filters > 0 && (
            <LinkButton href={browseHref({ q })}>Search without filters</LinkButton>
          )}
          <LinkButton href="/garments" variant={q && filters > 0 ? 'secondary' : 'primary'}>
            Show everything
          </LinkButton>
        </>
      }
    >
      {filters > 0
        ? 'No garment fits all that you have chosen. Take a filter away, and there may be one.'
        : q
          ? 'Try fewer words, or another word for the same thing: a colour, a cloth, a kind of garment.'
          : 'No shop has published a garment yet. Come back a little later.'}
    </EmptyState>
  );
}

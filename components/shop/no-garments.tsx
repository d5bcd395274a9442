import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { type Browse, browseHref, countFilters } from '#lib/domain/browse.ts';
import { noGarmentsWords } from '#lib/words/browse.ts';

/** Nothing fits: say what might be in the way, and lead out. */
export function NoGarments({ browse }: { browse: Browse }) {
  const { q } = browse;
  const filters = countFilters(browse);
  return (
    <EmptyState
      title={noGarmentsWords.title(q)}
      action={
        <>
          {q && filters > 0 && (
            <LinkButton href={browseHref({ q })}>{noGarmentsWords.withoutFilters}</LinkButton>
          )}
          <LinkButton href="/garments" variant={q && filters > 0 ? 'secondary' : 'primary'}>
            {noGarmentsWords.everything}
          </LinkButton>
        </>
      }
    >
      {filters > 0
        ? noGarmentsWords.filtered
        : q
          ? noGarmentsWords.searched
          : noGarmentsWords.empty}
    </EmptyState>
  );
}

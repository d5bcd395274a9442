import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { notFoundWords } from '#lib/words/shop.ts';

export default function NotFound() {
  return (
    <div className="page-width pt-10 md:pt-14">
      <h1 className="sr-only">{notFoundWords.heading}</h1>
      <EmptyState
        title={notFoundWords.title}
        action={
          <>
            <LinkButton href="/garments">{notFoundWords.browse}</LinkButton>
            <LinkButton href="/looks" variant="secondary">
              {notFoundWords.looks}
            </LinkButton>
          </>
        }
      >
        {notFoundWords.text}
      </EmptyState>
    </div>
  );
}

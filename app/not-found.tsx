import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

export default function NotFound() {
  return (
    <div className="page-width pt-10 md:pt-14">
      <h1 className="sr-only">Page not found</h1>
      <EmptyState
        title="There is nothing behind this curtain"
        action={
          <>
            <LinkButton href="/garments">Browse the garments</LinkButton>
            <LinkButton href="/looks" variant="secondary">
              My looks
            </LinkButton>
          </>
        }
      >
        The page does not exist, or the garment is no longer in the shops.
      </EmptyState>
    </div>
  );
}

import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

/** For somebody who is signed in and no admin. */
export function NotForYou({ email }: { email: string | null }) {
  return (
    <div className="page-width py-12">
      <h1 className="sr-only">Not for you</h1>
      <EmptyState
        title="This room is for the people who run Fitting Room"
        action={<LinkButton href="/garments">See the garments</LinkButton>}
      >
        You are signed in{email ? ` as ${email}` : ''}, which is not an admin’s account.
      </EmptyState>
    </div>
  );
}

import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

/** For somebody who is signed in but belongs to no shop. */
export function NotForYou({ email }: { email: string | null }) {
  return (
    <div className="page-width py-12">
      <h1 className="sr-only">Not for you</h1>
      <EmptyState
        title="This room is for shop staff"
        action={<LinkButton href="/garments">See the garments</LinkButton>}
      >
        You are signed in{email ? ` as ${email}` : ''}, which belongs to no shop. Sign in with your
        shop’s account, or ask its owner to let you in.
      </EmptyState>
    </div>
  );
}

import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

const rooms = {
  shop: {
    title: 'This room is for shop staff',
    belongs: 'belongs to no shop',
    advice: 'Sign in with your shop’s account, or ask its owner to let you in.',
  },
  review: {
    title: 'This room is for the people who run Fitting Room',
    belongs: 'is not an admin’s account',
    advice: '',
  },
} as const;

/** For somebody who is signed in and has come to a room of other people. */
export function NotForYou({ room, email }: { room: keyof typeof rooms; email: string | null }) {
  const { title, belongs, advice } = rooms[room];
  return (
    <div className="page-width py-12">
      <h1 className="sr-only">Not for you</h1>
      <EmptyState title={title} action={<LinkButton href="/garments">See the garments</LinkButton>}>
        You are signed in{email ? ` as ${email}` : ''}, which {belongs}. {advice}
      </EmptyState>
    </div>
  );
}

import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { notForYouWords as words } from '#lib/words/account.ts';

/** For somebody who is signed in and has come to a room of other people. */
export function NotForYou({ room, email }: { room: 'shop' | 'review'; email: string | null }) {
  const { title, belongs, advice } = words[room];
  return (
    <div className="page-width py-12">
      <h1 className="sr-only">{words.heading}</h1>
      <EmptyState title={title} action={<LinkButton href="/garments">{words.action}</LinkButton>}>
        {words.text(email, belongs, advice)}
      </EmptyState>
    </div>
  );
}

import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { sharedWords } from '#lib/words/share.ts';

export default function NotShared() {
  const { heading, title, text, action } = sharedWords.gone;
  return (
    <div className="page-width pt-10 md:pt-14">
      <h1 className="sr-only">{heading}</h1>
      <EmptyState title={title} action={<LinkButton href="/garments">{action}</LinkButton>}>
        {text}
      </EmptyState>
    </div>
  );
}

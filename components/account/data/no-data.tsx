import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { dataWords, privacyWords } from '#lib/words/privacy.ts';

/** For whoever is nobody here yet. */
export function NoData() {
  return (
    <EmptyState
      title={dataWords.nothing.title}
      action={<LinkButton href="/garments">{dataWords.nothing.action}</LinkButton>}
    >
      <p>{dataWords.nothing.text}</p>
      <p className="mt-3">
        <Link href="/privacy" className="text-link text-ink">
          {privacyWords.howWeUse}
        </Link>
      </p>
    </EmptyState>
  );
}

import { LinkButton } from '#components/ui/link-button.tsx';
import { AccountPage } from './account-page.tsx';

interface LinkOverProps {
  words: { over: string; overText: string; again: string };
  /** Where another one is to be had. */
  next: string;
}

/** What a link in a mail leads to when it was used, or is too old. */
export function LinkOver({ words, next }: LinkOverProps) {
  return (
    <AccountPage title={words.over} lead={words.overText}>
      <LinkButton href={next} size="large" wide>
        {words.again}
      </LinkButton>
    </AccountPage>
  );
}

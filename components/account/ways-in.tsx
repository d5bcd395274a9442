import { Check } from 'lucide-react';
import { accountRoomWords } from '#lib/words/account-room.ts';

const words = accountRoomWords.ways;

interface WaysInProps {
  hasPassword: boolean;
  /** By next-auth's names. */
  providers: readonly string[];
  /** Whether links to sign in are mailed. */
  byMail: boolean;
}

/** By which ways this person gets in. */
export function WaysIn({ hasPassword, providers, byMail }: WaysInProps) {
  const ways = [
    hasPassword && words.password,
    byMail && words.link,
    providers.includes('google') && words.google,
    providers.includes('github') && words.github,
  ].filter((way) => way !== false);
  return (
    <ul className="grid gap-2">
      {ways.map((way) => (
        <li key={way} className="flex items-center gap-2">
          <Check aria-hidden className="size-4 text-success" />
          {way}
        </li>
      ))}
    </ul>
  );
}

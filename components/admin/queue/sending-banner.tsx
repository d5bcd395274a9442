import Link from 'next/link';
import { Notice } from '#components/ui/notice.tsx';
import type { SendingView } from '#lib/contracts/admin.ts';
import { pauseWords } from '../sending-words.ts';

/** That nothing is sent just now, for whoever wonders why retries wait; nothing while it is. */
export function SendingBanner({ pause }: Pick<SendingView, 'pause'>) {
  if (!pause) return null;
  return (
    <Notice kind="warning" title={pauseWords[pause.reason].title}>
      What is retried waits meanwhile.{' '}
      <Link href="/admin/operations" className="text-link">
        See why, and resume
      </Link>
    </Notice>
  );
}

'use client';

import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import type { SendingView } from '#lib/contracts/admin.ts';
import { PauseDialog } from './pause-dialog.tsx';
import { pauseWords, queueSentence } from './sending-words.ts';
import { useSending } from './use-sending.ts';
import { UtcTime } from './utc-time.tsx';

/** Whether try-ons are sent to the provider just now, why not, and the switch for it. */
export function SendingPanel({ initial }: { initial: SendingView }) {
  const { sending, stale, pause, resume } = useSending(initial);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  // State comes a render too late for the second click of a double click.
  const locked = useRef(false);

  const goOn = async () => {
    if (locked.current) return;
    locked.current = true;
    setBusy(true);
    try {
      await resume();
      toast.success('Sending goes on.');
    } catch (failure) {
      toast.error(sayError(failure));
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  const queue = (
    <>
      {queueSentence(sending)}
      {stale && ' This may be out of date: the server does not answer.'}
    </>
  );
  return (
    <section aria-label="Sending">
      {sending.pause ? (
        <Notice
          kind="warning"
          role="status"
          title={pauseWords[sending.pause.reason].title}
          actions={
            <Button size="small" disabled={busy} onClick={() => void goOn()}>
              {sending.pause.reason === 'manual' ? 'Resume sending' : 'Try now'}
            </Button>
          }
        >
          <p>{pauseWords[sending.pause.reason].remedy}</p>
          <PauseFacts pause={sending.pause} />
          <p>{queue} Nothing in the queue is lost, and shoppers are told that they have to wait.</p>
        </Notice>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-l-2 border-success bg-success-soft px-4 py-2 text-sm">
          <p>Try-ons are sent to the provider. {queue}</p>
          <Button variant="secondary" size="small" onClick={() => setAsking(true)}>
            Pause sending
          </Button>
        </div>
      )}
      <PauseDialog open={asking} onClose={() => setAsking(false)} onPause={pause} />
    </section>
  );
}

function PauseFacts({ pause }: { pause: NonNullable<SendingView['pause']> }) {
  const { since, probeAt, probes, by, note } = pause;
  return (
    <p>
      Since <UtcTime instant={since} />
      {by && `, by ${by}`}.{note && ` “${note}”`}
      {probeAt && (
        <>
          {' '}
          The next try, with a single one, is at <UtcTime instant={probeAt} />
          {probes > 0 && ` (${probes} so far ${probes === 1 ? 'has' : 'have'} failed)`}.
        </>
      )}
    </p>
  );
}

'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { type AlertChannel, type AlertTestResult, alertTestResult } from '#lib/contracts/alerts.ts';

const names: Record<AlertChannel, string> = {
  mail: 'Send a test mail',
  webhook: 'Send a test message',
};

interface TryChannelProps {
  channel: AlertChannel;
  /** Why it cannot be tried just now. */
  cannot: string | null;
}

/** Sends a message by one of the ways, and shows what came back. */
export function TryChannel({ channel, cannot }: TryChannelProps) {
  const [busy, setBusy] = useState(false);
  const [results, setResults] = useState<AlertTestResult['results']>([]);
  const [problem, setProblem] = useState<string | null>(null);

  const tryOut = async () => {
    setBusy(true);
    setProblem(null);
    setResults([]);
    try {
      const path = '/api/admin/operations/alerts/test';
      setResults((await fetchJson(path, alertTestResult, jsonBody({ channel }))).results);
    } catch (failure) {
      setProblem(sayError(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="grid justify-items-start gap-3">
      <Button
        variant="secondary"
        size="small"
        disabled={busy || cannot !== null}
        onClick={() => void tryOut()}
      >
        {busy ? 'Sending …' : names[channel]}
      </Button>
      {cannot && <p className="text-label text-ink-soft">{cannot}</p>}
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
      {results.length > 0 && (
        <Notice
          kind={results.every(({ ok }) => ok) ? 'success' : 'danger'}
          role="status"
          title={results.every(({ ok }) => ok) ? 'It was taken' : 'It was not taken'}
        >
          <ul className="grid gap-1">
            {results.map(({ to, said }) => (
              <li key={to} className="break-words">
                {to}: {said}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

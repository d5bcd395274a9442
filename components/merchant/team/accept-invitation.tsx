'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { accepted } from '#lib/contracts/team.ts';

export function AcceptInvitation({ token, shop }: { token: string; shop: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const accept = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const joined = await fetchJson('/api/invitations/accept', accepted, jsonBody({ token }));
      router.push(`/merchant/${joined.shop}`);
      // The header knows only now that there is a back office.
      router.refresh();
    } catch (error) {
      setProblem(sayError(error));
      setBusy(false);
    }
  };

  return (
    <div className="grid justify-items-center gap-4">
      <Button size="large" disabled={busy} onClick={() => void accept()}>
        {busy ? 'Joining …' : `Join ${shop}`}
      </Button>
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </div>
  );
}

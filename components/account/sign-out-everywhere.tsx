'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { fetchNothing } from '#lib/client/fetch-json.ts';
import { storeMeasuresText } from '#lib/client/measures-storage.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { accountRoomWords } from '#lib/words/account-room.ts';
import { FormProblem } from './form-problem.tsx';

const words = accountRoomWords.everywhere;

export function SignOutEverywhere() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const leave = async () => {
    setBusy(true);
    try {
      await fetchNothing('/api/account/sessions', { method: 'DELETE' });
      // The next person at this device could save them to an account of her own.
      storeMeasuresText(null);
      window.location.assign('/');
    } catch (error) {
      setProblem(sayError(error));
      setBusy(false);
    }
  };
  return (
    <>
      <FormProblem>{problem}</FormProblem>
      <Button variant="secondary" disabled={busy} onClick={() => void leave()}>
        {busy ? words.busy : words.submit}
      </Button>
    </>
  );
}

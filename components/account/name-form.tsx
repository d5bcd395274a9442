'use client';

import { useState } from 'react';
import { mutate } from 'swr';
import { Button } from '#components/ui/button.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { SESSION_KEY } from '#lib/client/use-session.ts';
import { nameBody } from '#lib/contracts/account.ts';
import { accountFields } from '#lib/words/account.ts';
import { accountRoomWords as words } from '#lib/words/account-room.ts';
import { FormField } from './form-field.tsx';
import { FormProblem } from './form-problem.tsx';
import { useForm } from './use-form.ts';

export function NameForm({ name }: { name: string | null }) {
  const [saved, setSaved] = useState(false);
  const { problems, busy, submit } = useForm(nameBody, async (typed) => {
    await fetchNothing('/api/account', { ...jsonBody(typed), method: 'PATCH' });
    await mutate(SESSION_KEY);
    setSaved(true);
    return undefined;
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="grid w-full gap-4">
      <FormProblem>{problems.form}</FormProblem>
      <FormField
        label={accountFields.name}
        error={problems.name}
        name="name"
        autoComplete="name"
        defaultValue={name ?? ''}
        onChange={() => setSaved(false)}
      />
      <div className="flex items-center gap-4">
        <Button type="submit" variant="secondary" disabled={busy}>
          {busy ? words.saving : words.save}
        </Button>
        <p role="status" className="text-sm text-success">
          {saved && words.saved}
        </p>
      </div>
    </form>
  );
}

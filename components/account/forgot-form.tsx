'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { forgotBody } from '#lib/contracts/account.ts';
import { accountFields } from '#lib/words/account.ts';
import { forgotWords as words } from '#lib/words/account-room.ts';
import { FormField } from './form-field.tsx';
import { FormProblem } from './form-problem.tsx';
import { useForm } from './use-form.ts';

export function ForgotForm() {
  const [sent, setSent] = useState(false);
  const { problems, busy, submit } = useForm(forgotBody, async (typed) => {
    await fetchNothing('/api/account/reset', jsonBody(typed));
    setSent(true);
    return undefined;
  });
  if (sent) {
    return (
      <Notice kind="success" role="status" title={words.sent}>
        {words.sentText}
      </Notice>
    );
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-5">
      <FormProblem>{problems.form}</FormProblem>
      <FormField
        label={accountFields.email}
        error={problems.email}
        name="email"
        type="email"
        autoComplete="email"
      />
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? words.busy : words.submit}
      </Button>
    </form>
  );
}

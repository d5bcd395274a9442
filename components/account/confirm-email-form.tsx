'use client';

import { Button } from '#components/ui/button.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { confirmEmailBody } from '#lib/contracts/account.ts';
import { confirmEmailWords as words } from '#lib/words/account-room.ts';
import { FormProblem } from './form-problem.tsx';
import { useForm } from './use-form.ts';

export function ConfirmEmailForm({ token }: { token: string }) {
  const { problems, busy, submit } = useForm(confirmEmailBody, async (typed) => {
    await fetchNothing('/api/account/email', { ...jsonBody(typed), method: 'PUT' });
    window.location.assign('/account');
    return 'leaves';
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-5">
      <FormProblem>{problems.form}</FormProblem>
      <input type="hidden" name="token" value={token} />
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? words.busy : words.submit}
      </Button>
    </form>
  );
}

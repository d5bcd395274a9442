'use client';

import { Button } from '#components/ui/button.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { resetBody } from '#lib/contracts/account.ts';
import { MIN_PASSWORD_LENGTH } from '#lib/domain/password.ts';
import { signUpWords } from '#lib/words/account.ts';
import { resetWords as words } from '#lib/words/account-room.ts';
import { NewPasswordField } from './form-field.tsx';
import { FormProblem } from './form-problem.tsx';
import { useForm } from './use-form.ts';

export function ResetForm({ token }: { token: string }) {
  const { problems, busy, submit } = useForm(resetBody, async (typed) => {
    await fetchNothing('/api/account/reset', { ...jsonBody(typed), method: 'PUT' });
    window.location.assign('/sign-in?reset=1');
    return 'leaves';
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-5">
      <FormProblem>{problems.form}</FormProblem>
      <input type="hidden" name="token" value={token} />
      <NewPasswordField
        label={words.next}
        hint={signUpWords.passwordHint(MIN_PASSWORD_LENGTH)}
        error={problems.password}
        name="password"
      />
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? words.busy : words.submit}
      </Button>
    </form>
  );
}

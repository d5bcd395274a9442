'use client';

import { Button } from '#components/ui/button.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { confirmBody } from '#lib/contracts/account.ts';
import { confirmWords as words } from '#lib/words/account-room.ts';
import { PasswordField } from './form-field.tsx';
import { FormProblem } from './form-problem.tsx';
import { useForm } from './use-form.ts';

interface ConfirmAccountFormProps {
  token: string;
  /** In another browser than the one in which the account was asked for. */
  asksPassword: boolean;
}

export function ConfirmAccountForm({ token, asksPassword }: ConfirmAccountFormProps) {
  const { problems, busy, submit } = useForm(confirmBody, async (typed) => {
    await fetchNothing('/api/account/confirmation', jsonBody(typed));
    window.location.assign('/looks');
    return 'leaves';
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-5">
      <FormProblem>{problems.form}</FormProblem>
      <input type="hidden" name="token" value={token} />
      {asksPassword && (
        <PasswordField
          label={words.password}
          hint={words.askPassword}
          error={problems.password}
          name="password"
        />
      )}
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? words.busy : words.submit}
      </Button>
    </form>
  );
}

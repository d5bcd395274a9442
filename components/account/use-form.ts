'use client';

import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';

/** By the field's name; `form` for what belongs to none. */
type Problems = Record<string, string | undefined>;

/**
 * A form that is checked by its contract, sent, and told beside each field what is wrong with it.
 *
 * @param send `leaves` keeps the button busy, since the browser is on its way to another page.
 */
export function useForm<T>(
  contract: z.ZodType<T>,
  send: (typed: T) => Promise<'leaves' | undefined>,
) {
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = contract.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    if (!typed.success) return setProblems(firstOfEach(typed.error));
    setBusy(true);
    setProblems({});
    try {
      if ((await send(typed.data)) === 'leaves') return;
    } catch (thrown) {
      const fields = thrown instanceof ProblemError ? thrown.problem.fields : undefined;
      setProblems(fields ?? { form: sayError(thrown) });
    }
    setBusy(false);
  };

  return {
    problems,
    busy,
    submit: (event: FormEvent<HTMLFormElement>) => void submit(event),
  };
}

function firstOfEach(error: z.ZodError): Problems {
  const { fieldErrors } = z.flattenError(error);
  const all = Object.entries(fieldErrors as Record<string, string[] | undefined>);
  return Object.fromEntries(all.map(([name, messages]) => [name, messages?.[0]]));
}

'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { refreshBag } from '#lib/client/change-bag.ts';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';
import { orderSender } from '#lib/client/send-order.ts';
import { useSession } from '#lib/client/use-session.ts';
import type { ShopBagView } from '#lib/contracts/bag.ts';
import { seenOf } from '#lib/domain/bag.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { orderWords } from '#lib/words/bag.ts';

interface OrderFormProps {
  part: ShopBagView;
  onCancel: () => void;
}

type Problems = Partial<Record<'name' | 'email' | 'note' | 'form', string>>;

/** Who asks, and what else the shop should know. What is asked for stands beside it in the bag. */
export default function OrderForm({ part, onCancel }: OrderFormProps) {
  const { shop, currency, lines, total } = part;
  const { session } = useSession();
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const [send] = useState(orderSender);
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? '');
    setBusy(true);
    setProblems({});
    try {
      const order = await send({
        shop: shop.slug,
        currency,
        seen: seenOf(lines, currency),
        name: text('name'),
        email: text('email'),
        note: text('note'),
      });
      router.push(`/bag/orders/${order.id}`);
      await refreshBag();
    } catch (error) {
      const known = error instanceof ProblemError ? error : null;
      const { name, email, note } = known?.problem.fields ?? {};
      const field = name ? 'name' : email ? 'email' : note ? 'note' : null;
      setProblems(field ? { name, email, note } : { form: sayError(error) });
      setBusy(false);
      if (field) form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
      if (known?.code === 'conflict') void refreshBag();
    }
  };

  return (
    <form
      ref={form}
      aria-label={orderWords.heading(shop.name)}
      noValidate
      onSubmit={(event) => void submit(event)}
      className="mt-2 grid gap-4"
    >
      <h3 className="font-display text-heading">{orderWords.heading(shop.name)}</h3>
      <Field label={orderWords.name} error={problems.name}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="name"
            maxLength={80}
            required
            defaultValue={session?.name ?? ''}
            autoFocus
          />
        )}
      </Field>
      <Field label={orderWords.email} hint={orderWords.emailHint} error={problems.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="email"
            maxLength={254}
            required
            defaultValue={session?.email ?? ''}
          />
        )}
      </Field>
      <Field
        label={orderWords.message}
        hint={orderWords.messageHint}
        error={problems.note}
        optional
      >
        {(control) => <Textarea {...control} name="note" rows={3} maxLength={1000} />}
      </Field>
      {problems.form && (
        <Notice kind="warning" role="alert">
          {problems.form}
        </Notice>
      )}
      <div className="grid gap-2">
        <Button type="submit" size="large" wide disabled={busy}>
          {busy ? orderWords.sending : orderWords.send(formatMoney(total))}
        </Button>
        <Button variant="quiet" onClick={onCancel} disabled={busy}>
          {orderWords.cancel}
        </Button>
      </div>
      <p className="text-sm text-pretty text-ink-soft">{orderWords.note(shop.name)}</p>
    </form>
  );
}

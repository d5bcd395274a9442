'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { openedShop, openShopBody } from '#lib/contracts/shop.ts';
import { CurrencySelect } from './currency-select.tsx';
import { type FieldProblems, refusedBecause, typedWrong } from './field-problems.ts';
import { ShopNameField, TaglineField } from './shop-fields.tsx';
import { useSlugProposal } from './use-slug-proposal.ts';

/** A name is all that it takes: the rest has a proposal, or can wait. */
export function OpenShopForm() {
  const router = useRouter();
  const [name, setName] = useState('');
  /** Null until somebody writes one: then it is the one proposed. */
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [currency, setCurrency] = useState('EUR');
  const [tagline, setTagline] = useState('');
  const [problems, setProblems] = useState<FieldProblems>({});
  const [busy, setBusy] = useState(false);
  const proposed = useSlugProposal(name);
  const slug = ownSlug ?? proposed;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const typed = openShopBody.safeParse({ name, slug, currency, tagline });
    if (!typed.success) return setProblems(typedWrong(typed.error));
    setBusy(true);
    setProblems({});
    try {
      const opened = await fetchJson('/api/merchant', openedShop, jsonBody(typed.data));
      router.push(`/merchant/${opened.slug}`);
    } catch (thrown) {
      setProblems(refusedBecause(thrown));
      setBusy(false);
    }
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
      {problems.form && (
        <Notice kind="danger" role="alert">
          {problems.form}
        </Notice>
      )}
      <ShopNameField value={name} onChange={setName} error={problems.name} />
      <Field
        label="In addresses"
        hint="Small letters, digits and hyphens. It cannot be changed later, since links lead there."
        error={problems.slug}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={slug}
            onChange={(event) => setOwnSlug(event.target.value)}
          />
        )}
      </Field>
      <Field label="Currency of its prices" error={problems.currency}>
        {(control) => (
          <CurrencySelect
            {...control}
            value={currency}
            onChange={(event) => setCurrency(event.target.value)}
          />
        )}
      </Field>
      <TaglineField value={tagline} onChange={setTagline} error={problems.tagline} />
      <Button type="submit" size="large" disabled={busy} className="justify-self-start">
        {busy ? 'Opening …' : 'Open the shop'}
      </Button>
    </form>
  );
}

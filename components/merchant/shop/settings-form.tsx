'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { type ShopSettings, shopSettings, shopSettingsBody } from '#lib/contracts/shop.ts';
import { useShop } from '../shop-context.tsx';
import { CurrencySelect } from './currency-select.tsx';
import { type FieldProblems, refusedBecause, typedWrong } from './field-problems.ts';
import { ShopNameField, TaglineField } from './shop-fields.tsx';

export function SettingsForm({ settings }: { settings: ShopSettings }) {
  const { api } = useShop();
  const router = useRouter();
  const [name, setName] = useState(settings.name);
  const [tagline, setTagline] = useState(settings.tagline);
  const [currency, setCurrency] = useState(settings.currency);
  const [checkoutUrl, setCheckoutUrl] = useState(settings.checkoutUrl ?? '');
  const [problems, setProblems] = useState<FieldProblems>({});
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const typed = shopSettingsBody.safeParse({
      name,
      tagline,
      ...(settings.currencyFixed || currency === settings.currency ? {} : { currency }),
      checkoutUrl: checkoutUrl.trim() || null,
    });
    if (!typed.success) return setProblems(typedWrong(typed.error));
    setBusy(true);
    setProblems({});
    try {
      const init = { ...jsonBody(typed.data), method: 'PATCH' };
      await fetchJson(`${api}/settings`, shopSettings, init);
      toast.success('The settings are saved.');
      // The name stands over every room.
      router.refresh();
    } catch (thrown) {
      setProblems(refusedBecause(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      aria-label="Settings"
      onSubmit={(event) => void submit(event)}
      className="grid max-w-xl gap-6"
    >
      {problems.form && (
        <Notice kind="danger" role="alert">
          {problems.form}
        </Notice>
      )}
      <ShopNameField value={name} onChange={setName} error={problems.name} />
      <Field label="In addresses" hint="It stays as it is, since links lead there.">
        {(control) => <Input {...control} value={settings.slug} readOnly />}
      </Field>
      <TaglineField value={tagline} onChange={setTagline} error={problems.tagline} />
      <Field
        label="Currency of its prices"
        hint={
          settings.currencyFixed
            ? 'The shop has garments with prices in it, so it stays.'
            : 'It stays once there is a garment.'
        }
        error={problems.currency}
      >
        {(control) => (
          <CurrencySelect
            {...control}
            value={currency}
            disabled={settings.currencyFixed}
            onChange={(event) => setCurrency(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Address of your checkout"
        hint={
          <>
            Where a bag is handed over, with <code className="font-mono">{'{lines}'}</code> where
            its lines go:{' '}
            <code className="font-mono break-all">https://shop.example/cart/{'{lines}'}</code>.
            Without one, shoppers send order requests.
          </>
        }
        error={problems.checkoutUrl}
        optional
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={checkoutUrl}
            onChange={(event) => setCheckoutUrl(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={busy} className="justify-self-start">
        {busy ? 'Saving …' : 'Save the settings'}
      </Button>
    </form>
  );
}

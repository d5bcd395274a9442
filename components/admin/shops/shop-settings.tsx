'use client';

import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { capWords } from '#components/merchant/spend/cap-words.ts';
import { type CapTexts, printCaps, readCaps } from '#components/merchant/spend/read-caps.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import type { AdminShopView } from '#lib/contracts/admin-shops.ts';
import { Suspension } from '../suspension.tsx';
import { useChange } from '../use-change.ts';

export function ShopSettings({ shop }: { shop: AdminShopView }) {
  const path = `/api/admin/shops/${shop.slug}`;
  return (
    <div className="grid gap-10">
      <section aria-labelledby="caps" className="grid gap-4">
        <SectionHeading id="caps">Caps</SectionHeading>
        <CapsForm key={JSON.stringify(shop.caps)} path={path} caps={shop.caps} />
      </section>
      <section aria-labelledby="suspension" className="grid gap-4">
        <SectionHeading id="suspension">Suspension</SectionHeading>
        <Suspension
          path={`${path}/suspension`}
          name={shop.name}
          suspendedAt={shop.suspendedAt}
          reason={shop.suspendedReason}
          effects={{
            suspended:
              'Its garments vanish for shoppers, bags say that they are no longer sold, and no try-on is taken. Its people may look but change nothing, and read that it is suspended. Looks stay.',
            lifted:
              'Shoppers find its garments again, and its people can go on where they were. Runs of pictures that it had going wait until somebody lets them go on.',
          }}
        />
      </section>
    </div>
  );
}

function CapsForm({ path, caps }: { path: string; caps: AdminShopView['caps'] }) {
  const { busy, run } = useChange();
  const [texts, setTexts] = useState(() => printCaps(caps));
  const [errors, setErrors] = useState<Partial<CapTexts>>({});
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const read = readCaps(texts);
    setErrors('errors' in read ? read.errors : {});
    if ('errors' in read) return;
    const done = await run(() =>
      fetchNothing(`${path}/caps`, { ...jsonBody(read.caps), method: 'PUT' }),
    );
    if (done) toast.success('The caps are saved. The shop’s people read of it in their log.');
  };
  return (
    <form onSubmit={(event) => void save(event)} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        {capWords.map(({ name, label }) => (
          <Field key={name} label={label} optional error={errors[name]}>
            {(control) => (
              <Input
                inputMode="numeric"
                value={texts[name]}
                onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
                {...control}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="secondary" disabled={busy}>
          Save the caps
        </Button>
        <p className="text-label text-ink-soft">Nothing in a field is no cap.</p>
      </div>
    </form>
  );
}

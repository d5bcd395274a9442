'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { guideBody } from '#lib/contracts/shop-home.ts';
import { useShop } from '../shop-context.tsx';

/** Puts the guide away for everybody of the shop. */
export function HideGuide({ finished }: { finished: boolean }) {
  return <GuideSwitch hide label={finished ? 'Close the guide' : 'Hide the guide'} />;
}

export function ShowGuide() {
  return <GuideSwitch hide={false} label="Show the first steps" />;
}

function GuideSwitch({ hide, label }: { hide: boolean; label: string }) {
  const { api } = useShop();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    try {
      const init = { ...jsonBody({ hidden: hide }), method: 'PUT' };
      await fetchJson(`${api}/guide`, guideBody, init);
      router.refresh();
    } catch (error) {
      toast.error(sayError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="quiet"
      size="small"
      disabled={busy}
      className="-ml-3 justify-self-start"
      onClick={() => void press()}
    >
      {label}
    </Button>
  );
}

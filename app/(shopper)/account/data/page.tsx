import type { Metadata } from 'next';
import { NoData } from '#components/account/data/no-data.tsx';
import { OwnData } from '#components/account/data/own-data.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { getOwnData } from '#lib/server/use-cases/get-own-data.ts';
import { dataWords } from '#lib/words/privacy.ts';

export const metadata: Metadata = { title: dataWords.title, robots: { index: false } };

export default async function DataPage() {
  const actor = await currentActor();
  const data = actor && (await getOwnData(actor));
  const guest = data?.guestDays ?? null;
  return (
    <>
      <PageHeading
        title={dataWords.title}
        lead={guest === null ? dataWords.lead : `${dataWords.lead} ${dataWords.guest(guest)}`}
      />
      {data ? <OwnData data={data} /> : <NoData />}
    </>
  );
}

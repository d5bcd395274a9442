import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SharedLook } from '#components/looks/shared-look.tsx';
import { sharedParams } from '#lib/contracts/share-links.ts';
import { openShare } from '#lib/server/use-cases/open-share.ts';
import { sharedWords } from '#lib/words/share.ts';

/** Nothing of the look: what a link unfurls to is kept by whoever unfurls it. */
export const metadata: Metadata = {
  title: sharedWords.pageTitle,
  robots: { index: false, follow: false, noimageindex: true, noarchive: true },
  // The address is the key.
  referrer: 'no-referrer',
};

interface Props {
  params: Promise<{ token: string }>;
}

/** A look for whoever has the link. */
export default async function SharePage({ params }: Props) {
  const asked = sharedParams.safeParse(await params);
  const look = asked.success ? await openShare(asked.data.token) : null;
  if (!look) notFound();
  return <SharedLook look={look} />;
}

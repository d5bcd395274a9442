import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ErasureReceipt } from '#components/privacy/erasure-receipt.tsx';
import { getReceipt } from '#lib/server/use-cases/get-receipt.ts';
import { receiptWords } from '#lib/words/privacy.ts';

export const metadata: Metadata = {
  title: receiptWords.metaTitle,
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

interface Props {
  params: Promise<{ id: string }>;
}

/** The proof of a deletion, for whoever has its address. */
export default async function ReceiptPage({ params }: Props) {
  const id = z.uuid().safeParse((await params).id);
  const erasure = id.success ? await getReceipt(id.data) : null;
  if (!erasure) notFound();
  return <ErasureReceipt erasure={erasure} />;
}

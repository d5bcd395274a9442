'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageHeading } from '#components/ui/heading.tsx';
import { useShop } from '../shop-context.tsx';

/** The frame of a garment's page in the back office: the way back, the title, the page. */
export function EditorFrame({ title, children }: { title: string; children: ReactNode }) {
  const { path } = useShop();
  return (
    <>
      <div className="grid gap-2 wrap-anywhere">
        <Link
          href={`${path}/garments`}
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm text-ink-soft underline-offset-4 hover:text-ink hover:underline"
        >
          <ArrowLeft aria-hidden className="size-4" /> Garments
        </Link>
        <PageHeading title={title} />
      </div>
      {children}
    </>
  );
}

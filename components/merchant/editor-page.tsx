import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageHeading } from '#components/ui/heading.tsx';

/** The frame of the garment's form: the way back, the title, the form. */
export function EditorPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="page-width grid gap-8 py-6 sm:py-10">
      <div className="grid gap-2">
        <Link
          href="/merchant"
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm text-ink-soft underline-offset-4 hover:text-ink hover:underline"
        >
          <ArrowLeft aria-hidden className="size-4" /> Your garments
        </Link>
        <PageHeading title={title} />
      </div>
      {children}
    </div>
  );
}

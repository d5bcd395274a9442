import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { Gallery } from '#components/shop/gallery.tsx';
import { GarmentIntro, GarmentStory } from '#components/shop/garment-details.tsx';
import { Button } from '#components/ui/button.tsx';
import type { GarmentPage } from '#lib/contracts/garment.ts';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';
import { roomWords } from '#lib/words/try-on.ts';
import { StatusBadge } from './status-badge.tsx';

interface GarmentPreviewProps {
  garment: GarmentPage;
  status: GarmentStatus;
  /** Its editor. */
  back: string;
}

/** The garment's page before it is in the shop: all is there, and nothing can be tried on or bought. */
export function GarmentPreview({ garment, status, back }: GarmentPreviewProps) {
  return (
    <div className="page-width grid gap-6 pt-4">
      <aside
        aria-label="Preview"
        className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line pb-3 text-sm"
      >
        <Link
          href={back}
          className="inline-flex min-h-11 items-center gap-2 underline-offset-4 hover:underline"
        >
          <ArrowLeft aria-hidden className="size-4" /> Back to the editor
        </Link>
        <StatusBadge status={status} />
        <p className="text-ink-soft">
          A preview for your shop’s people. Shoppers cannot see this page.
        </p>
      </aside>
      <div className="grid gap-6 md:grid-cols-[var(--frame)_minmax(0,1fr)] md:gap-x-16">
        <div className="md:sticky md:top-20 md:self-start">
          {garment.images.length > 0 ? (
            <Gallery images={[...garment.images, ...garment.looks]} title={garment.title} />
          ) : (
            <div className="grid aspect-3/4 place-items-center rounded-picture bg-sunken text-sm text-ink-soft">
              No picture yet
            </div>
          )}
        </div>
        <div className="grid max-w-xl content-start gap-8 md:pt-6">
          <GarmentIntro garment={garment} isPreview />
          <div className="grid gap-3">
            {garment.canTryOn && (
              <Button size="large" wide disabled className="max-w-md">
                {roomWords.enter}
              </Button>
            )}
            <p className="text-sm text-ink-soft">
              It can be {garment.canTryOn && 'tried on, '}kept and bought as soon as it is
              published.
            </p>
          </div>
          <GarmentStory garment={garment} />
        </div>
      </div>
    </div>
  );
}

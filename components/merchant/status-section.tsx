import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';
import { StatusBadge } from './status-badge.tsx';
import { statusWords } from './status-words.ts';

interface StatusSectionProps {
  garment: MerchantGarment;
  busy: boolean;
  onStatus: (status: GarmentStatus) => void;
}

/** Where the garment stands, and the ways on that are not the main one. */
export function StatusSection({ garment, busy, onStatus }: StatusSectionProps) {
  const headingId = useId();
  const { status, slug } = garment;
  return (
    <section aria-labelledby={headingId} className="grid gap-4">
      <SectionHeading id={headingId} actions={<StatusBadge status={status} />}>
        In the shop
      </SectionHeading>
      <p className="text-sm text-pretty text-ink-soft">{statusWords[status].means}</p>
      <div className="flex flex-wrap items-center gap-2">
        {status === 'ACTIVE' && (
          <Button
            variant="secondary"
            size="small"
            disabled={busy}
            onClick={() => onStatus('DRAFT')}
          >
            Unpublish
          </Button>
        )}
        {status === 'ARCHIVED' ? (
          <Button
            variant="secondary"
            size="small"
            disabled={busy}
            onClick={() => onStatus('DRAFT')}
          >
            Bring back as a draft
          </Button>
        ) : (
          <Button
            variant="secondary"
            size="small"
            disabled={busy}
            onClick={() => onStatus('ARCHIVED')}
          >
            Archive
          </Button>
        )}
      </div>
      {status === 'ACTIVE' && (
        <Link
          href={`/garments/${slug}`}
          target="_blank"
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-sm text-link"
        >
          See it as shoppers do <ExternalLink aria-hidden className="size-4" />
          <span className="sr-only">(opens in a new tab)</span>
        </Link>
      )}
    </section>
  );
}

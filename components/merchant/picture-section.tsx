'use client';

import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import { PictureDrop } from './picture-drop.tsx';
import { PictureVerdict } from './picture-verdict.tsx';
import type { PendingPicture } from './use-pending-pictures.ts';

interface PictureSectionProps {
  /** Null before it is saved for the first time. */
  garment: MerchantGarment | null;
  pending: PendingPicture[];
  busy: boolean;
  onAdd: (files: File[]) => void;
  onAlt: (key: number, alt: string) => void;
  onRemove: (key: number) => void;
}

export function PictureSection(props: PictureSectionProps) {
  const { garment, pending, busy, onAdd, onAlt, onRemove } = props;
  const images = garment?.images ?? [];
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="grid gap-4">
      <SectionHeading id={headingId}>Pictures</SectionHeading>
      {garment && images.length > 0 && (
        <ul aria-label="Saved pictures" className="grid gap-4">
          {images.map((image) => (
            <li key={image.id} className="grid grid-cols-[6rem_1fr] gap-3">
              <span className="grid content-start gap-1.5">
                <Picture picture={image} alt={image.alt} sizes="6rem" />
                <span aria-hidden className="text-label text-ink-soft">
                  {image.alt}
                </span>
              </span>
              <PictureVerdict garmentId={garment.id} category={garment.category} image={image} />
            </li>
          ))}
        </ul>
      )}
      {pending.length > 0 && (
        <ul aria-label="Pictures to be saved" className="grid gap-4">
          {pending.map((picture) => (
            <Pending
              key={picture.key}
              picture={picture}
              busy={busy}
              onAlt={(alt) => onAlt(picture.key, alt)}
              onRemove={() => onRemove(picture.key)}
            />
          ))}
        </ul>
      )}
      <PictureDrop disabled={busy} onFiles={onAdd} />
      <GoodPicture />
    </section>
  );
}

interface PendingProps {
  picture: PendingPicture;
  busy: boolean;
  onAlt: (alt: string) => void;
  onRemove: () => void;
}

function Pending({ picture, busy, onAlt, onRemove }: PendingProps) {
  const errorId = useId();
  const { preview, alt, error } = picture;
  return (
    <li className="grid grid-cols-[6rem_1fr] gap-3">
      <span className="relative block aspect-3/4 overflow-hidden rounded-picture bg-sunken">
        {/* biome-ignore lint/performance/noImgElement: an object URL, which no optimizer can read */}
        <img
          src={preview}
          alt=""
          // What this browser cannot show, the server may still read, or else say why not.
          onError={(event) => {
            event.currentTarget.hidden = true;
          }}
          className="absolute inset-0 size-full object-contain brightness-(--picture-light)"
        />
      </span>
      <div className="grid content-start gap-2">
        <div className="flex items-center justify-between gap-2">
          <Badge>Not saved yet</Badge>
          <Button
            variant="quiet"
            size="small"
            disabled={busy}
            onClick={onRemove}
            aria-label={`Remove ${alt.trim() || 'this picture'}`}
            aria-describedby={error ? errorId : undefined}
            data-refused={error ? true : undefined}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
        {error && (
          <p id={errorId} className="text-label font-medium text-danger">
            {error}
          </p>
        )}
        <Field
          label="What the picture shows"
          hint="For people who cannot see it. Left empty, the title stands in."
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={alt}
              placeholder="Seen from the front"
              onChange={(event) => onAlt(event.target.value)}
            />
          )}
        </Field>
      </div>
    </li>
  );
}

function GoodPicture() {
  return (
    <div className="grid gap-2 text-label text-ink-soft">
      <p className="text-pretty">
        The <strong className="font-semibold text-ink">best of them</strong> goes to the picture
        service for every try-on; of those as good, the first. A good one shows
      </p>
      <ul className="list-disc space-y-1 pl-4 text-pretty marker:text-ink-faint">
        <li>the whole garment from the front, laid flat or hanging, with nobody in it</li>
        <li>that garment alone, on a plain, light ground</li>
        <li>even light, sharp, upright, at least 768 × 1024 pixels</li>
      </ul>
    </div>
  );
}

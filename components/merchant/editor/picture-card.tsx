'use client';

import { useSortable } from '@dnd-kit/sortable';
import { ArrowLeft, ArrowRight, GripVertical, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { classNames } from '#components/ui/class-names.ts';
import { Input } from '#components/ui/input.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { type EditablePicture, garmentLimits } from '#lib/contracts/garment-edit.ts';
import { altField } from './garment-draft.ts';
import type { GarmentEditorState } from './use-garment-editor.ts';

interface PictureCardProps {
  editor: GarmentEditorState;
  picture: EditablePicture;
  place: { number: number; count: number };
  /** It goes to the provider. */
  isForTryOn: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  /** What is known of it besides. */
  children?: ReactNode;
}

/** One picture of the garment, and all that can be done with it. */
export function PictureCard({
  editor: { draft, change },
  picture,
  place: { number, count },
  isForTryOn,
  onMove,
  onRemove,
  children,
}: PictureCardProps) {
  const {
    attributes,
    listeners,
    setNodeRef,
    setActivatorNodeRef,
    transform,
    transition,
    isDragging,
  } = useSortable({ id: picture.id });
  const field = altField(picture.id);
  const alt = draft[field] ?? picture.alt;
  const isPinned = draft.pinnedPictureId === picture.id;
  return (
    <li
      ref={setNodeRef}
      style={{
        transform: transform ? `translate(${transform.x}px, ${transform.y}px)` : undefined,
        transition,
      }}
      className={classNames('grid content-start gap-2', isDragging && 'relative z-10 opacity-80')}
    >
      <span className="relative block">
        <Picture
          picture={picture}
          alt={alt || `Picture ${number}`}
          sizes="(min-width: 64rem) 13rem, 46vw"
          className={classNames(isForTryOn && 'outline-2 outline-offset-2 outline-accent')}
        />
        {count > 1 && (
          <button
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            aria-label={`Move picture ${number} by dragging`}
            className={classNames(
              buttonClass({ variant: 'onPicture', size: 'small' }),
              'absolute top-1.5 left-1.5 w-9 cursor-grab touch-none px-0 active:cursor-grabbing pointer-coarse:w-11',
            )}
          >
            <GripVertical aria-hidden />
          </button>
        )}
        <Button
          variant="onPicture"
          size="small"
          aria-label={`Remove picture ${number}`}
          onClick={onRemove}
          className="absolute top-1.5 right-1.5 w-9 px-0 pointer-coarse:w-11"
        >
          <Trash2 aria-hidden />
        </Button>
      </span>
      <div className="flex min-h-9 items-center justify-between gap-1">
        {isForTryOn ? (
          <Badge tone="info">For try-ons</Badge>
        ) : (
          <Button
            variant="quiet"
            size="small"
            aria-label={`Use for try-ons: picture ${number}`}
            onClick={() => change({ pinnedPictureId: picture.id })}
            className="-ml-2 px-2"
          >
            Use for try-ons
          </Button>
        )}
        {isPinned && count > 1 && (
          <Button
            variant="quiet"
            size="small"
            aria-label="Reset: leave the choice for try-ons to Fitting Room"
            onClick={() => change({ pinnedPictureId: null })}
            className="px-2"
          >
            Reset
          </Button>
        )}
      </div>
      {children}
      <Input
        aria-label={`What picture ${number} shows`}
        placeholder="What it shows"
        autoComplete="off"
        maxLength={garmentLimits.alt}
        value={alt}
        onChange={(event) => change({ [field]: event.target.value })}
      />
      {count > 1 && (
        <div className="flex items-center gap-1">
          <Mover
            label={`Move picture ${number} earlier`}
            disabled={number === 1}
            onMove={() => onMove(-1)}
          >
            <ArrowLeft aria-hidden />
          </Mover>
          <Mover
            label={`Move picture ${number} later`}
            disabled={number === count}
            onMove={() => onMove(1)}
          >
            <ArrowRight aria-hidden />
          </Mover>
          <span aria-hidden className="ml-auto text-label text-ink-soft tabular-nums">
            {number} of {count}
          </span>
        </div>
      )}
    </li>
  );
}

interface MoverProps {
  label: string;
  disabled: boolean;
  onMove: () => void;
  children: ReactNode;
}

/** At the end of the row it stays where the focus is, and does nothing. */
function Mover({ label, disabled, onMove, children }: MoverProps) {
  return (
    <Button
      variant="quiet"
      size="small"
      aria-label={label}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onMove()}
      className="w-9 px-0 pointer-coarse:w-11"
    >
      {children}
    </Button>
  );
}

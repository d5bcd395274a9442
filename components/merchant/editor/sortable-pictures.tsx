'use client';

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
} from '@dnd-kit/sortable';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { EditablePicture } from '#lib/contracts/garment-edit.ts';
import { PictureVerdict } from '../picture-verdict.tsx';
import { PictureCard } from './picture-card.tsx';
import type { GarmentEditorState } from './use-garment-editor.ts';

interface SortablePicturesProps {
  editor: GarmentEditorState;
  pictures: EditablePicture[];
  forTryOnId: string | null;
  onOrder: (ids: string[]) => void;
  onRemove: (picture: EditablePicture) => void;
  /** What comes behind them: pictures that are on their way. */
  children: ReactNode;
}

/** The pictures in their order: dragged with a pointer or the keyboard, or moved by buttons. */
export function SortablePictures({
  editor,
  pictures,
  forTryOnId,
  onOrder,
  onRemove,
  children,
}: SortablePicturesProps) {
  const dragId = useId();
  const [said, say] = useState('');
  const moved = useRef(false);
  const sensors = useSensors(
    // A click on the handle is no drag.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = pictures.map(({ id }) => id);
  const place = (id: string | number) => `${ids.indexOf(String(id)) + 1} of ${ids.length}`;

  const move = (from: number, to: number) => {
    if (to < 0 || to >= ids.length || from === to) return;
    onOrder(arrayMove(ids, from, to));
    say(`Picture ${from + 1} is now ${to + 1} of ${ids.length}.`);
  };

  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };

  return (
    <DndContext
      id={dragId}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        screenReaderInstructions: {
          draggable:
            'Press Space to lift the picture, the arrow keys to move it, Space again to put it down, Escape to leave it where it was.',
        },
        announcements: {
          onDragStart: ({ active }) => {
            moved.current = false;
            return `Lifted picture ${place(active.id)}.`;
          },
          onDragOver: ({ active, over }) => {
            // It begins over itself, which would drown the word that it was lifted.
            moved.current ||= over?.id !== active.id;
            return over && moved.current ? `It would be ${place(over.id)}.` : undefined;
          },
          onDragEnd: ({ over }) => (over ? `Put down as ${place(over.id)}.` : undefined),
          onDragCancel: ({ active }) => `Left where it was, as ${place(active.id)}.`,
        },
      }}
    >
      <SortableContext items={ids} strategy={rectSortingStrategy}>
        <ul
          aria-label="Pictures of this garment"
          className="grid grid-cols-2 gap-x-3 gap-y-6 empty:hidden sm:grid-cols-3"
        >
          {pictures.map((picture, index) => (
            <PictureCard
              key={picture.id}
              editor={editor}
              picture={picture}
              place={{ number: index + 1, count: ids.length }}
              isForTryOn={picture.id === forTryOnId}
              onMove={(by) => move(index, index + by)}
              onRemove={() => onRemove(picture)}
            >
              {editor.garment?.category && (
                <PictureVerdict
                  garmentId={editor.id}
                  category={editor.garment.category}
                  image={picture}
                  isForTryOn={picture.id === forTryOnId}
                />
              )}
            </PictureCard>
          ))}
          {children}
        </ul>
      </SortableContext>
      <p role="status" className="sr-only">
        {said}
      </p>
    </DndContext>
  );
}

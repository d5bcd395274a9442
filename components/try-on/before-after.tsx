'use client';

import { useState } from 'react';
import type { Picture } from '#lib/contracts/try-on.ts';
import { fitPerson } from '#lib/domain/picture-fit.ts';
import { lookWords } from '#lib/words/try-on.ts';

interface BeforeAfterProps {
  before: Picture;
  after: Picture;
  alt: string;
}

/**
 * Two pictures in one frame and an edge between them. The edge is a range input, so the arrow keys
 * move it and a screen reader has words for it.
 */
export function BeforeAfter({ before, after, alt }: BeforeAfterProps) {
  const [edge, setEdge] = useState(50);
  return (
    <div className="relative aspect-3/4 overflow-hidden rounded-picture bg-sunken select-none has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <Layer picture={after} alt={alt} fit="object-cover" />
      <div
        className="absolute inset-0 bg-sunken"
        style={{ clipPath: `inset(0 ${100 - edge}% 0 0)` }}
      >
        <Layer picture={before} alt={lookWords.before} fit={fitOf(before, after)} />
      </div>
      <div
        aria-hidden
        className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-paper"
        style={{ left: `${edge}%` }}
      >
        <span className="absolute top-1/2 left-1/2 grid size-11 -translate-1/2 place-items-center rounded-full border border-line bg-paper text-ink shadow-panel">
          ⇄
        </span>
      </div>
      <span aria-hidden className={`${tag} left-3`}>
        {lookWords.before}
      </span>
      <span aria-hidden className={`${tag} right-3`}>
        {lookWords.after}
      </span>
      <input
        type="range"
        min={0}
        max={100}
        value={edge}
        onChange={(event) => setEdge(event.target.valueAsNumber)}
        aria-label={lookWords.compare}
        aria-valuetext={lookWords.edge(edge)}
        className="absolute inset-0 size-full cursor-ew-resize touch-pan-y opacity-0"
      />
    </div>
  );
}

// Above the foot of the frame, where the sandbox puts its mark.
const tag = 'absolute bottom-11 rounded-control bg-paper px-2 py-0.5 text-label text-ink';

function Layer({ picture, alt, fit }: { picture: Picture; alt: string; fit: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: private pictures must not pass an optimizer's cache
    <img
      src={picture.url}
      width={picture.width}
      height={picture.height}
      alt={alt}
      className={`absolute inset-0 size-full ${fit} object-[50%_40%]`}
    />
  );
}

/** The photo as it was prepared for the provider: cut to shape, or whole on a ground. */
function fitOf(before: Picture, after: Picture): string {
  const { crop } = fitPerson(before, after);
  const whole = crop.width === before.width && crop.height === before.height;
  return whole ? 'object-contain' : 'object-cover';
}

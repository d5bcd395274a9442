import type { ReactNode } from 'react';

/** A picture under its name, or what stands in its place. */
export function PictureFrame({ name, children }: { name: string; children: ReactNode }) {
  return (
    <figure className="grid content-start gap-1.5">
      <figcaption className="text-label text-ink-soft">{name}</figcaption>
      {children}
    </figure>
  );
}

import type { ReactNode } from 'react';
import { SectionHeading } from '#components/ui/heading.tsx';

interface SpecimensProps {
  id: string;
  title: string;
  /** What to keep in mind when one is chosen. */
  lead?: string;
  children: ReactNode;
}

/** A family of primitives. */
export function Specimens({ id, title, lead, children }: SpecimensProps) {
  return (
    <section aria-labelledby={id} className="grid scroll-mt-20 gap-6">
      <SectionHeading id={id}>{title}</SectionHeading>
      {lead && <p className="-mt-2 max-w-prose text-sm text-pretty text-ink-soft">{lead}</p>}
      {children}
    </section>
  );
}

/** One of them in one state, with the name of the state. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-2">
      <p className="text-label text-ink-faint">{name}</p>
      <div>{children}</div>
    </div>
  );
}

/** Specimens beside each other, as many as there is room for. */
export function SpecimenGrid({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {children}
    </div>
  );
}

import { type ReactNode, useId } from 'react';

/** One thing that a person can see to: what it is at the left, how it stands at the right. */
export function AccountSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-4 border-t border-line pt-6 sm:grid-cols-[10rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="font-display text-heading">
        {title}
      </h2>
      <div className="grid max-w-md content-start justify-items-start gap-4">{children}</div>
    </section>
  );
}

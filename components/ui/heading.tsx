import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface PageHeadingProps {
  title: string;
  /** A sentence under the title. */
  lead?: ReactNode;
  /** Buttons to the right; under the title on a phone. */
  actions?: ReactNode;
  className?: string;
}

/** The one h1 of a page. */
export function PageHeading({ title, lead, actions, className }: PageHeadingProps) {
  return (
    <header className={classNames('flex flex-wrap items-end justify-between gap-4', className)}>
      <div className="grid min-w-0 gap-2">
        <h1 className="font-display text-title text-balance">{title}</h1>
        {lead && <p className="max-w-2xl text-pretty text-ink-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}

interface SectionHeadingProps {
  children: ReactNode;
  actions?: ReactNode;
  id?: string;
  className?: string;
}

/** An h2 on a hairline. */
export function SectionHeading({ children, actions, id, className }: SectionHeadingProps) {
  return (
    <div
      className={classNames(
        'flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-line pb-3',
        className,
      )}
    >
      <h2 id={id} className="font-display text-heading">
        {children}
      </h2>
      {actions}
    </div>
  );
}

import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A raised sheet for what must stand apart: forms, panels of figures. Lists use hairlines. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={classNames('rounded-panel border border-line bg-raised p-4 sm:p-6', className)}>
      {children}
    </div>
  );
}

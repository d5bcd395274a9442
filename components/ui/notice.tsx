import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const kinds = {
  info: { look: 'border-accent bg-accent-soft', icon: Info, colour: 'text-accent' },
  success: { look: 'border-success bg-success-soft', icon: CircleCheck, colour: 'text-success' },
  warning: { look: 'border-warning bg-warning-soft', icon: TriangleAlert, colour: 'text-warning' },
  danger: { look: 'border-danger bg-danger-soft', icon: CircleAlert, colour: 'text-danger' },
} as const;

interface NoticeProps {
  kind?: keyof typeof kinds;
  title?: string;
  children?: ReactNode;
  /** Buttons or links under the text. */
  actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; leave it off for what was there at load. */
  role?: 'alert' | 'status';
  className?: string;
}

export function Notice({ kind = 'info', title, children, actions, role, className }: NoticeProps) {
  const { look, icon: Icon, colour } = kinds[kind];
  return (
    <div
      role={role}
      className={classNames('flex gap-3 border-l-2 px-4 py-3 text-sm text-ink', look, className)}
    >
      <Icon aria-hidden className={classNames('mt-px size-5 shrink-0', colour)} />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="leading-relaxed">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';

interface AccountPageProps {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}

/** The narrow page that the sign-in forms stand on. */
export function AccountPage({ title, lead, children }: AccountPageProps) {
  return (
    <div className="mx-auto grid w-full max-w-md gap-8 px-4 pt-12 md:pt-20">
      <header className="grid gap-2">
        <h1 className="font-display text-title tracking-[-0.015em]">{title}</h1>
        <p className="text-pretty text-ink-soft">{lead}</p>
      </header>
      {children}
    </div>
  );
}

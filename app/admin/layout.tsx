import '../office.css';

import type { ReactNode } from 'react';
import { sections } from '#components/admin/sections.tsx';
import { SectionNav } from '#components/ui/section-nav.tsx';
import { currentActor } from '#lib/server/auth/current-actor.ts';

/** The frame of the review console. It guards nothing: each page asks at the door itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (actor?.role !== 'ADMIN') return children;
  return (
    <div className="page-width grid grid-cols-[minmax(0,1fr)] gap-x-10 py-6 lg:grid-cols-[10rem_minmax(0,1fr)] lg:py-10">
      <div className="content-start lg:sticky lg:top-24 lg:-ml-3 lg:self-start">
        <SectionNav label="Review console" sections={sections} />
      </div>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6 max-lg:pt-6">
        {children}
      </div>
    </div>
  );
}

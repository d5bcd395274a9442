import '../office.css';

import type { Metadata } from 'next';
import { Buttons } from '#components/design/buttons.tsx';
import { Colours } from '#components/design/colours.tsx';
import { Controls } from '#components/design/controls.tsx';
import { Messages } from '#components/design/messages.tsx';
import { Overlays } from '#components/design/overlays.tsx';
import { Pictures } from '#components/design/pictures.tsx';
import { Scales } from '#components/design/scales.tsx';
import { ThemeChoice } from '#components/design/theme-choice.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { listGarments } from '#lib/server/use-cases/list-garments.ts';

export const metadata: Metadata = { title: 'Design', robots: { index: false } };

/** Every primitive in every state. Only the development server has this page (next.config.mjs). */
export default async function DesignPage() {
  const { items } = await listGarments({ limit: 1 });
  const picture = items[0]?.image ?? null;
  return (
    <div className="page-width grid gap-16 pt-10 md:gap-24 md:pt-14">
      <PageHeading
        title="Design"
        lead="The tokens, and every primitive in every state."
        actions={<ThemeChoice />}
      />
      <Colours />
      <Scales />
      <Buttons picture={picture} />
      <Controls />
      <Overlays />
      <Messages />
      <Pictures picture={picture} />
    </div>
  );
}

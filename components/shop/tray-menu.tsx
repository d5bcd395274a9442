'use client';

import type { ReactNode } from 'react';
import { Menu, MenuLine, MenuLink, MenuNote } from '#components/ui/menu.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { type ActiveState, isFinal } from '#lib/domain/try-on.ts';
import { stageTitle } from '#lib/words/try-on.ts';

interface TrayMenuProps {
  label: string;
  trigger: ReactNode;
  tryOns: TryOnView[];
}

export default function TrayMenu({ label, trigger, tryOns }: TrayMenuProps) {
  return (
    <Menu label={label} trigger={trigger} defaultOpen>
      <MenuNote>{label}</MenuNote>
      {tryOns.map((tryOn) => (
        <TrayLine key={tryOn.id} tryOn={tryOn} />
      ))}
      <MenuLine />
      <MenuLink href="/looks">All my looks</MenuLink>
    </Menu>
  );
}

function TrayLine({ tryOn }: { tryOn: TryOnView }) {
  return (
    <MenuLink href={`/garments/${tryOn.garment.slug}?try-on=${tryOn.id}`}>
      <Picture picture={tryOn.garment.picture} alt="" className="my-1 w-9 shrink-0" />
      <span className="grid">
        <span className="font-medium">{tryOn.garment.title}</span>
        {!isFinal(tryOn.state) && (
          <span className="text-label text-ink-soft">
            {stageTitle[tryOn.state satisfies ActiveState]}
          </span>
        )}
      </span>
    </MenuLink>
  );
}

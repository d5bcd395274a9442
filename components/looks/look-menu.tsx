'use client';

import { Ellipsis } from 'lucide-react';
import { lazy } from 'react';
import { MenuOnDemand } from '#components/shop/menu-on-demand.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { looksWords } from '#lib/words/looks.ts';

const load = () => import('./look-menu-items.tsx');
const LookMenuItems = lazy(load);

interface LookMenuProps {
  tryOn: TryOnView;
  onDelete: () => void;
}

/** What else can be done with a look. */
export function LookMenu({ tryOn, onDelete }: LookMenuProps) {
  const label = looksWords.moreOf(lookName(tryOn));
  const trigger = <Ellipsis aria-hidden />;
  return (
    <MenuOnDemand label={label} trigger={trigger} load={load}>
      <LookMenuItems label={label} trigger={trigger} tryOn={tryOn} onDelete={onDelete} />
    </MenuOnDemand>
  );
}

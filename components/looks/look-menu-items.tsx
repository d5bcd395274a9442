'use client';

import { Link2, MessageSquareWarning, Shirt, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuAction, MenuLine } from '#components/ui/menu.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { feedbackWords } from '#lib/words/appeals.ts';
import { looksWords } from '#lib/words/looks.ts';
import { shareWords } from '#lib/words/share.ts';
import { useNextGarment } from './use-next-garment.ts';

interface LookMenuItemsProps {
  label: string;
  trigger: ReactNode;
  tryOn: TryOnView;
  onShare: () => void;
  onReport: () => void;
  onDelete: () => void;
}

export default function LookMenuItems({
  label,
  trigger,
  tryOn,
  onShare,
  onReport,
  onDelete,
}: LookMenuItemsProps) {
  const tryNext = useNextGarment();
  const { subject } = tryOn;
  return (
    <Menu label={label} trigger={trigger} defaultOpen>
      {/* A photo that was deleted cannot be dressed again. */}
      {subject.picture && (
        <MenuAction onSelect={() => tryNext(subject)}>
          <Shirt aria-hidden /> {looksWords.anotherOn(nameOf(tryOn))}
        </MenuAction>
      )}
      <MenuAction onSelect={onShare}>
        <Link2 aria-hidden /> {shareWords.open}
      </MenuAction>
      <MenuAction onSelect={onReport}>
        <MessageSquareWarning aria-hidden /> {feedbackWords.open}
      </MenuAction>
      <MenuLine />
      <MenuAction danger onSelect={onDelete}>
        <Trash2 aria-hidden /> {looksWords.delete}
      </MenuAction>
    </Menu>
  );
}

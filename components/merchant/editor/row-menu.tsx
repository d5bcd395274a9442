import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react';
import { Menu, MenuAction } from '#components/ui/menu.tsx';

interface RowMenuProps {
  name: string;
  /** Null at the end. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onRemove: () => void;
}

export function RowMenu({ name, onUp, onDown, onRemove }: RowMenuProps) {
  return (
    <Menu label={`More for ${name}`} trigger={<EllipsisVertical aria-hidden />}>
      <MenuAction disabled={!onUp} onSelect={() => onUp?.()}>
        <ArrowUp aria-hidden /> Move up
      </MenuAction>
      <MenuAction disabled={!onDown} onSelect={() => onDown?.()}>
        <ArrowDown aria-hidden /> Move down
      </MenuAction>
      <MenuAction danger onSelect={onRemove}>
        <Trash2 aria-hidden /> Remove {name}
      </MenuAction>
    </Menu>
  );
}

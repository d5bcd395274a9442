'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';

interface MenuProps extends ButtonLook {
  /** Accessible name of the button that opens it, when its content is not words enough. */
  label?: string;
  /** What the button shows. */
  trigger: ReactNode;
  align?: 'start' | 'end';
  /** It is there because it was asked for. */
  defaultOpen?: boolean;
  children: ReactNode;
}

/** A button that opens a list of things to do. Fill it with `MenuLink` and `MenuAction`. */
export function Menu({ label, trigger, align = 'end', defaultOpen, children, ...look }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger
        aria-label={label}
        className={buttonClass({ variant: 'quiet', ...look })}
      >
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-56 animate-fade overflow-y-auto rounded-panel border border-line bg-raised p-1.5 text-sm shadow-panel"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const itemClass =
  'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-control px-3 outline-none select-none ' +
  'data-highlighted:bg-ink/7 data-disabled:opacity-45 [&_svg]:size-4';

const quietSign = '[&_svg]:text-ink-soft';

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild>
      <Link href={href} className={classNames(itemClass, quietSign)}>
        {children}
      </Link>
    </DropdownMenu.Item>
  );
}

interface MenuActionProps {
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuAction({ onSelect, danger, disabled, children }: MenuActionProps) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={onSelect}
      className={classNames(itemClass, danger ? 'text-danger' : quietSign)}
    >
      {children}
    </DropdownMenu.Item>
  );
}

interface MenuCheckProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** Something that is on or off; the menu stays open, since there may be more of them. */
export function MenuCheck({ checked, onChange, children }: MenuCheckProps) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={itemClass}
    >
      <span className="grid size-4 place-items-center">
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      {children}
    </DropdownMenu.CheckboxItem>
  );
}

/** Words in a menu that do nothing: who is signed in. */
export function MenuNote({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-3 py-2 text-label text-ink-soft">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1.5 h-px bg-line" />;
}

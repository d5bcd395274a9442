'use client';

import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuAction } from '#components/ui/menu.tsx';
import type { BulkChange } from '#lib/contracts/garment-table.ts';
import { categoryOf, garmentKinds } from '#lib/domain/category.ts';
import { garmentStatuses } from '#lib/domain/garment-status.ts';
import { kindWords } from '../kind-words.ts';
import { statusWords } from '../status-words.ts';
import { PriceDialog } from './price-dialog.tsx';
import { TagsDialog } from './tags-dialog.tsx';

interface BulkBarProps {
  count: number;
  busy: boolean;
  currency: string;
  /** Those that the shop uses. */
  tags: string[];
  onChange: (change: BulkChange) => void;
  onShowOnModels: () => void;
  onClear: () => void;
}

const chevron = <ChevronDown aria-hidden className="text-ink-soft" />;

/** What can be done to the ticked garments; at the foot of the screen while some are ticked. */
export function BulkBar({
  count,
  busy,
  currency,
  tags,
  onChange,
  onShowOnModels,
  onClear,
}: BulkBarProps) {
  const [dialog, setDialog] = useState<'price' | 'tags' | null>(null);
  const close = () => setDialog(null);
  const change = (what: BulkChange) => {
    close();
    onChange(what);
  };
  return (
    <section
      aria-label="Change the chosen garments"
      className="tall:sticky tall:bottom-0 z-10 flex flex-wrap items-center gap-2 border-t border-line-strong bg-paper py-3"
    >
      <p role="status" className="mr-auto text-sm font-medium tabular-nums max-sm:basis-full">
        {busy ? 'Changing …' : count === 1 ? '1 garment chosen' : `${count} garments chosen`}
      </p>
      <Menu variant="secondary" size="small" align="start" trigger={<>Status {chevron}</>}>
        {garmentStatuses.map((status) => (
          <MenuAction
            key={status}
            disabled={busy}
            onSelect={() => change({ kind: 'status', status })}
          >
            {toStatus[status]}
            <span className="sr-only">: {statusWords[status].means}</span>
          </MenuAction>
        ))}
      </Menu>
      <Menu variant="secondary" size="small" align="start" trigger={<>Kind {chevron}</>}>
        {garmentKinds.map((kind) => (
          <MenuAction
            key={kind}
            disabled={busy}
            onSelect={() => change({ kind: 'category', category: categoryOf(kind) })}
          >
            {kindWords[kind].name}
          </MenuAction>
        ))}
      </Menu>
      <Button variant="secondary" size="small" disabled={busy} onClick={() => setDialog('price')}>
        Price
      </Button>
      <Button variant="secondary" size="small" disabled={busy} onClick={() => setDialog('tags')}>
        Tags
      </Button>
      <Button variant="secondary" size="small" disabled={busy} onClick={onShowOnModels}>
        Show on models …
      </Button>
      <Button variant="quiet" size="small" onClick={onClear}>
        <X aria-hidden /> Choose none
      </Button>
      {dialog === 'price' && (
        <PriceDialog count={count} currency={currency} onClose={close} onChange={change} />
      )}
      {dialog === 'tags' && (
        <TagsDialog count={count} known={tags} onClose={close} onChange={change} />
      )}
    </section>
  );
}

const toStatus = { ACTIVE: 'Publish', DRAFT: 'Back to draft', ARCHIVED: 'Archive' } as const;

'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import type { BulkChange } from '#lib/contracts/garment-table.ts';
import { formatMoney, parsePrice } from '#lib/domain/money.ts';
import { readPercent } from './read-percent.ts';

interface PriceDialogProps {
  count: number;
  currency: string;
  onClose: () => void;
  onChange: (change: BulkChange) => void;
}

const ways = { down: 'Lower by', up: 'Raise by', to: 'Set to' } as const;
type Way = keyof typeof ways;

/** One price for all, or all up or down by a part of what they are. */
export function PriceDialog({ count, currency, onClose, onChange }: PriceDialogProps) {
  const [way, setWay] = useState<Way>('down');
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readChange(way, text, currency);
    if (typeof read === 'string') setError(read);
    else onChange(read);
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={count === 1 ? 'Price of 1 garment' : `Price of ${count} garments`}
      description="Sizes that have a price of their own keep it. You can undo this."
    >
      <form onSubmit={submit} className="grid gap-4">
        <div className="grid grid-cols-[9rem_minmax(0,1fr)] items-start gap-2">
          <Field label="How">
            {(control) => (
              <Select
                {...control}
                value={way}
                onChange={(event) => {
                  setWay(event.target.value as Way);
                  setError(null);
                }}
              >
                {Object.entries(ways).map(([key, name]) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={way === 'to' ? `Price in ${currency}` : 'Percent'} error={error}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                  setError(null);
                }}
              />
            )}
          </Field>
        </div>
        <p className="text-sm text-ink-soft">{example(way, text, currency)}</p>
        <div className="flex justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Change prices</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The change, or the sentence that says what is wrong. */
function readChange(way: Way, text: string, currency: string): BulkChange | string {
  if (way === 'to') {
    return parsePrice(text, currency) === null
      ? 'Write the price as a number, like 49 or 49.90.'
      : { kind: 'price', price: text.trim() };
  }
  const points = readPercent(text);
  if (points === null) return 'Write a number of percent, like 20 or 12.5.';
  if (way === 'down' && points > 9_000) return 'By 90 % at most.';
  if (points > 30_000) return 'By 300 % at most.';
  return { kind: 'price-by', basisPoints: way === 'down' ? -points : points };
}

function example(way: Way, text: string, currency: string): string {
  const change = readChange(way, text, currency);
  if (typeof change === 'string' || change.kind !== 'price-by') return '';
  const before = parsePrice('100', currency) ?? 0;
  const after = Math.round((before * (10_000 + change.basisPoints)) / 10_000);
  return `${formatMoney({ minor: before, currency })} becomes ${formatMoney({ minor: after, currency })}.`;
}

'use client';

import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { quantityRange } from '#lib/domain/bag.ts';
import { bagWords } from '#lib/words/bag.ts';

interface QuantityStepperProps {
  /** What it is the quantity of. */
  name: string;
  quantity: number;
  onChange: (quantity: number) => void;
}

const stepClass =
  'grid size-11 place-items-center text-ink-soft hover:text-ink disabled:cursor-not-allowed disabled:opacity-40 [&_svg]:size-4';

/** How many: one more, one fewer, or a number that is typed. What is no quantity is not taken. */
export function QuantityStepper({ name, quantity, onChange }: QuantityStepperProps) {
  const [typed, setTyped] = useState<string | null>(null);

  const take = () => {
    const wish = Number(typed);
    setTyped(null);
    const { min, max } = quantityRange;
    if (typed === null || !Number.isInteger(wish) || wish < min || wish === quantity) return;
    onChange(Math.min(wish, max));
  };

  return (
    <div className="inline-flex items-center rounded-control border border-line-strong">
      <button
        type="button"
        aria-label={bagWords.fewer(name)}
        disabled={quantity <= quantityRange.min}
        onClick={() => onChange(quantity - 1)}
        className={stepClass}
      >
        <Minus aria-hidden />
      </button>
      <input
        aria-label={bagWords.quantity(name)}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        value={typed ?? quantity}
        onChange={({ target }) => setTyped(target.value.replace(/\D/g, ''))}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
          if (key === 'Escape') setTyped(null);
        }}
        className="h-11 w-9 bg-transparent text-center text-base tabular-nums"
      />
      <button
        type="button"
        aria-label={bagWords.more(name)}
        disabled={quantity >= quantityRange.max}
        onClick={() => onChange(quantity + 1)}
        className={stepClass}
      >
        <Plus aria-hidden />
      </button>
    </div>
  );
}

import type { ComponentProps } from 'react';
import { Select } from '#components/ui/select.tsx';
import { shopCurrencies } from '#lib/domain/shop-currency.ts';

const names = new Intl.DisplayNames('en-GB', { type: 'currency' });

/** @property value also one that is offered no more, of a shop that has it. */
export function CurrencySelect({ value, ...rest }: ComponentProps<'select'> & { value: string }) {
  const known: readonly string[] = shopCurrencies;
  return (
    <Select value={value} {...rest}>
      {(known.includes(value) ? known : [value, ...known]).map((code) => (
        <option key={code} value={code}>
          {code} – {names.of(code)}
        </option>
      ))}
    </Select>
  );
}

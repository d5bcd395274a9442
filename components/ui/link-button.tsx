import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';

type LinkButtonProps = ComponentProps<typeof Link> & ButtonLook;

/** A link (it goes somewhere) that looks like a button. */
export function LinkButton({ variant, size, wide, className, ...rest }: LinkButtonProps) {
  return <Link className={classNames(buttonClass({ variant, size, wide }), className)} {...rest} />;
}

import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';

type ButtonProps = ComponentProps<'button'> & ButtonLook;

/** `type` is "button" unless told otherwise, so that nothing submits a form by accident. */
export function Button({ variant, size, wide, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(buttonClass({ variant, size, wide }), className)}
      {...rest}
    />
  );
}

import type { KeyboardEvent } from 'react';

/**
 * `onKeyUp` of what scrolls sideways: browsers leave what a key has led to where it is as soon as a part
 * of it shows. Not `onFocus`: what moves under a mouse that is pressed gets no click.
 */
export function showFocusWhole({ currentTarget }: KeyboardEvent<HTMLElement>): void {
  const { activeElement } = document;
  if (currentTarget.contains(activeElement)) {
    activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

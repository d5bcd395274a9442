import type { FocusEvent } from 'react';

/**
 * `onFocus` of what scrolls sideways: browsers leave what the focus comes to where it is as soon as a
 * part of it shows.
 */
export function bringIntoView({ target }: FocusEvent<HTMLElement>): void {
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Words of the primitives, wherever they stand. */
export const uiWords = {
  close: 'Close',
  keep: 'Keep',
  optional: '(optional)',
  copyLink: 'Copy the link',
  copied: 'The link is copied.',
  /** Where there is no clipboard. */
  marked: 'The link is marked: copy it with Ctrl+C or ⌘C.',
} as const;

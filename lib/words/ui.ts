/** Words of the primitives, wherever they stand. */
export const uiWords = {
  close: 'Close',
  keep: 'Keep',
  optional: '(optional)',
} as const;

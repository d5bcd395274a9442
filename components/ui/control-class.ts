/** Text inputs, text areas and selects share one look; `aria-invalid` turns the edge. */
export const controlClass =
  'w-full min-h-11 rounded-control border border-line-strong bg-raised px-3 py-2 text-base text-ink ' +
  'placeholder:text-ink-faint transition-colors duration-150 hover:border-ink ' +
  'aria-invalid:border-danger aria-invalid:bg-danger-soft disabled:cursor-not-allowed disabled:opacity-50';

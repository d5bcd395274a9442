import { siteWords } from '#lib/words/site.ts';

/** The mark: a doorway with its curtain drawn aside. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className} fill="none">
      <path d="M5 21V9.500a7 7 0 0 1 7-7c.3 7.5-1.3 14-4.2 18.500z" className="fill-accent" />
      <path
        d="M5 21V9.500a7 7 0 0 1 14 0V21M2.5 21h19"
        className="stroke-ink"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Where there is no room for the name, the mark stands alone: the name wraps out of sight. */
export function Wordmark() {
  return (
    <span className="flex h-7 flex-wrap items-center gap-x-2 overflow-hidden">
      <Mark className="size-6.5 shrink-0" />
      <span className="font-display text-[1.3125rem] leading-7 tracking-[-0.015em] whitespace-nowrap">
        {siteWords.name}
      </span>
    </span>
  );
}

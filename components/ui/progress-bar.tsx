interface ProgressBarProps {
  /** What is under way, for those who cannot see the bar. */
  label: string;
  /** From 0 to 1. */
  part: number;
}

/** How far something is, where that is known. */
export function ProgressBar({ label, part }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, part)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-1 w-full overflow-hidden rounded-control bg-line"
    >
      <span
        className="block h-full bg-accent transition-[width] duration-300"
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}

interface ProgressLineProps {
  /** What is under way, for those who cannot see the line. */
  label: string;
}

/** A thread that runs along: something is under way and nobody knows how far it is. */
export function ProgressLine({ label }: ProgressLineProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      className="relative h-0.5 w-full overflow-hidden bg-line"
    >
      <span className="absolute inset-y-0 left-0 w-1/3 animate-thread bg-accent" />
    </div>
  );
}

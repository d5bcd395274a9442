import { useEffect, useId, useRef, useState } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { consentWords } from '#lib/words/consent.ts';

interface ConsentBoxProps {
  /** The whole of it; null until it is there, and nothing can be agreed to before. */
  text: string | null;
  /** It could not be had so far. */
  failed: boolean;
  checked: boolean;
  /** The person went on without it. */
  missing: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}

/** One line to tick, and behind it the whole of what is agreed to, which is also what is kept. */
export function ConsentBox({
  text,
  failed,
  checked,
  missing,
  disabled,
  onChange,
}: ConsentBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const textId = useId();
  const errorId = useId();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (missing) box.current?.focus();
  }, [missing]);
  return (
    <div className={classNames(missing && 'border-l-2 border-danger bg-danger-soft px-3')}>
      <div className="flex items-start justify-between gap-x-3">
        <Checkbox
          ref={box}
          name="consent"
          label={consentWords.line}
          checked={checked}
          disabled={disabled || text === null}
          required
          aria-invalid={missing || undefined}
          // The whole text is read out with the line, also while only the line is shown.
          aria-describedby={missing ? `${textId} ${errorId}` : textId}
          onChange={(event) => onChange(event.target.checked)}
        />
        <button
          type="button"
          aria-expanded={open}
          aria-controls={textId}
          onClick={() => setOpen(!open)}
          className="text-link flex min-h-11 shrink-0 py-2 text-sm leading-relaxed"
        >
          {open ? consentWords.less : consentWords.more}
        </button>
      </div>
      <div hidden={!open} className="pb-2 pl-8 text-sm leading-relaxed text-ink-soft">
        {/* Word for word what is kept, so nothing else is in it. */}
        <p id={textId} className="text-pretty">
          {text}
        </p>
        <a href="/privacy" target="_blank" rel="noopener" className="text-link text-ink">
          {consentWords.privacy}
        </a>
      </div>
      {failed && (
        <p role="status" className="pb-2 pl-8 text-label text-ink-soft">
          {consentWords.notThere}
        </p>
      )}
      {missing && (
        <p id={errorId} role="alert" className="pb-2 pl-8 text-label font-medium text-danger">
          {consentWords.missing}
        </p>
      )}
    </div>
  );
}

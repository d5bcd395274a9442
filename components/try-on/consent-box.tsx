import { useEffect, useId, useRef } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { currentConsent } from '#lib/words/consent.ts';
import { chooseWords } from '#lib/words/try-on.ts';

interface ConsentBoxProps {
  checked: boolean;
  /** The person went on without it. */
  missing: boolean;
  disabled: boolean;
  onChange: (checked: boolean) => void;
}

export function ConsentBox({ checked, missing, disabled, onChange }: ConsentBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const errorId = useId();
  useEffect(() => {
    if (missing) box.current?.focus();
  }, [missing]);
  return (
    <div
      className={
        missing
          ? 'grid border-l-2 border-danger bg-danger-soft px-4 py-2'
          : 'grid border-l-2 border-line-strong bg-raised px-4 py-2'
      }
    >
      <Checkbox
        ref={box}
        name="consent"
        label={currentConsent.text}
        checked={checked}
        disabled={disabled}
        required
        aria-invalid={missing || undefined}
        aria-describedby={missing ? errorId : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      {missing && (
        <p id={errorId} role="alert" className="pb-2 pl-8 text-label font-medium text-danger">
          {chooseWords.consentMissing}
        </p>
      )}
    </div>
  );
}

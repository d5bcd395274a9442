'use client';

import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { chooseSize } from '#lib/client/chosen-size.ts';
import { useMeasures } from '#lib/client/use-measures.ts';
import type { BodyMeasure } from '#lib/domain/body-measures.ts';
import { adviseSize, measuresAsked } from '#lib/domain/size-advice.ts';
import { howToMeasure, measureName, sizeAdviceWords } from '#lib/words/sizes.ts';
import { AdvicePanel } from './advice-panel.tsx';
import { KeepingPanel } from './keeping-panel.tsx';
import { MeasureFigure } from './measure-figure.tsx';
import type { SizedGarment } from './sized-garment.ts';
import { UnitChoice } from './unit-choice.tsx';
import { useTypedMeasures } from './use-typed-measures.ts';

interface SizeDialogProps {
  garment: SizedGarment;
  onClose: () => void;
}

/** The measurements that this garment's chart can be asked about, and what it answers. */
export default function SizeDialog({ garment, onClose }: SizeDialogProps) {
  const mine = useMeasures();
  const fields = useTypedMeasures(mine);
  const [active, setActive] = useState<BodyMeasure | null>(null);
  const asked = measuresAsked(garment.chart);
  const advice = adviseSize(garment.chart, garment.category, mine.measures);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={sizeAdviceWords.title}
      description={sizeAdviceWords.lead}
    >
      <UnitChoice unit={mine.unit} onChange={fields.turnTo} />
      <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-5 sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-8">
        <MeasureFigure shown={asked} active={active} className="w-full" />
        <div className="grid content-start gap-4">
          {asked.map((measure) => (
            <Field
              key={measure}
              label={measureName[measure]}
              hint={howToMeasure[measure]}
              error={fields.error(measure)}
            >
              {(control) => (
                <span className="relative block max-w-40">
                  <Input
                    {...control}
                    inputMode="decimal"
                    autoComplete="off"
                    value={fields.text(measure)}
                    onChange={(event) => fields.change(measure, event.target.value)}
                    onFocus={() => setActive(measure)}
                    onBlur={() => {
                      setActive(null);
                      fields.leave(measure);
                    }}
                    className="pr-12 tabular-nums"
                  />
                  <span
                    aria-hidden
                    className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-sm text-ink-faint"
                  >
                    {sizeAdviceWords.unitShort[mine.unit]}
                  </span>
                </span>
              )}
            </Field>
          ))}
        </div>
      </div>
      <AdvicePanel
        garment={garment}
        advice={advice}
        unit={mine.unit}
        onUse={(size) => {
          chooseSize(size);
          onClose();
        }}
      />
      <KeepingPanel mine={mine} onForgotten={fields.clear} />
    </Dialog>
  );
}

import { dailyAllowance } from './allowance.ts';
import { guidanceRange, stepsRange } from './parameters.ts';
import { type Retention, retentionOfProgram } from './retention.ts';

/** What admins set for the whole installation; without a row of its own it is what comes with the program. */
export interface Settings {
  /** Of try-ons that are asked for without them. */
  parameters: { steps: number; guidance: number };
  /** What a person may ask for in a rolling day. */
  dailyTryOns: { guest: number; account: number };
  retention: Retention;
}

export const settingsOfProgram: Settings = {
  parameters: { steps: stepsRange.default, guidance: guidanceRange.default },
  dailyTryOns: { guest: dailyAllowance.guest, account: dailyAllowance.account },
  retention: retentionOfProgram,
};

export const dailyTryOnsRange = { min: 0, max: 10_000 } as const;

/** What changes, name by name, as an audit log tells it: "15 → 12". */
export function settingChanges(before: Settings, after: Settings): Record<string, string> {
  const flat = ({ parameters, dailyTryOns, retention }: Settings) => ({
    ...parameters,
    ...dailyTryOns,
    ...retention,
  });
  const old = flat(before);
  return Object.fromEntries(
    Object.entries(flat(after)).flatMap(([name, value]) => {
      const was = old[name as keyof typeof old];
      return was === value ? [] : [[name, `${was} → ${value}`]];
    }),
  );
}

import { expect, it } from 'vitest';
import { settingChanges, settingsOfProgram } from './settings.ts';

it('tells the old and the new of what has changed, and of nothing else', () => {
  const { parameters } = settingsOfProgram;
  const after = { ...settingsOfProgram, parameters: { ...parameters, steps: 40 } };
  expect(settingChanges(settingsOfProgram, after)).toEqual({ steps: `${parameters.steps} → 40` });
  expect(settingChanges(after, after)).toEqual({});
});

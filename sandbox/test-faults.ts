import { expect } from 'vitest';
import { FAULTS } from './faults.ts';

export const seedOf = (name: string): number => {
  const fault = FAULTS.find((entry) => entry.name === name);
  if (!fault) throw new Error(`no fault named ${name}`);
  return fault.seed;
};

/** Notes which faults a test file goes through, so that it can show it forgot none of its own. */
export function createRows() {
  const tested = new Set<string>();
  return {
    rows<Row extends [string, ...unknown[]]>(...list: Row[]): Row[] {
      for (const [name] of list) tested.add(name);
      return list;
    },
    /** Expects the rows to be exactly the faults whose last three digits lie in one of the ranges. */
    expectAllOf(...ranges: [number, number][]) {
      const own = FAULTS.filter(({ seed }) =>
        ranges.some(([from, to]) => seed % 1000 >= from && seed % 1000 <= to),
      );
      expect([...tested].sort()).toEqual(own.map((fault) => fault.name).sort());
    },
  };
}

import 'server-only';

/** Lets so many of one name work at a time; the others wait in line, in the order in which they came. */
export interface Slots {
  take(name: string): Promise<() => void>;
}

export function createSlots(ofEach: number): Slots {
  const names = new Map<string, { taken: number; waiting: (() => void)[] }>();
  return {
    async take(name) {
      const slots = names.get(name) ?? { taken: 0, waiting: [] };
      names.set(name, slots);
      if (slots.taken < ofEach) slots.taken += 1;
      // Whoever leaves hands the place over, so the count stays.
      else await new Promise<void>((resolve) => slots.waiting.push(resolve));
      return () => {
        const next = slots.waiting.shift();
        if (next) return next();
        slots.taken -= 1;
        if (slots.taken === 0) names.delete(name);
      };
    },
  };
}

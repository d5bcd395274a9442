import 'server-only';

/** Lets so many work on one host at a time; the others wait in line. */
export interface HostSlots {
  take(host: string): Promise<() => void>;
}

export function createHostSlots(perHost: number): HostSlots {
  const hosts = new Map<string, { taken: number; waiting: (() => void)[] }>();
  return {
    async take(host) {
      const slots = hosts.get(host) ?? { taken: 0, waiting: [] };
      hosts.set(host, slots);
      if (slots.taken < perHost) slots.taken += 1;
      // Whoever leaves hands the place over, so the count stays.
      else await new Promise<void>((resolve) => slots.waiting.push(resolve));
      return () => {
        const next = slots.waiting.shift();
        if (next) return next();
        slots.taken -= 1;
        if (slots.taken === 0) hosts.delete(host);
      };
    },
  };
}

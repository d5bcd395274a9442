import { z } from 'zod';

const call = z.object({
  kind: z.string(),
  at: z.number(),
  status: z.number(),
  requestId: z.string().nullable(),
  bodyDigest: z.string().nullable(),
  body: z.record(z.string(), z.unknown()).nullable(),
});

const report = z.object({
  counts: z.record(z.string(), z.number()),
  byRequest: z.record(z.string(), z.record(z.string(), z.number())),
  calls: z.array(call),
});

const jobList = z.object({
  jobs: z.array(
    z.object({
      requestId: z.string(),
      state: z.string(),
      submittedAt: z.number(),
      endsAt: z.number().nullable(),
    }),
  ),
});

const faultList = z.object({
  faults: z.array(z.object({ name: z.string(), seed: z.number() })),
});

export type ReceivedCall = z.infer<typeof call>;

const HOUR_MS = 3_600_000;

/** The sandbox's control endpoint, past the faulty line. */
export function sandboxControl(url: string) {
  /** Our time at each hour that its clock was put forward. */
  const hours: number[] = [];
  return {
    url,
    hours,
    /** Ours, of a time on the sandbox's clock. */
    timeOf(at: number): number {
      const gone = hours.filter((hour, i) => at >= hour + (i + 1) * HOUR_MS).length;
      return at - gone * HOUR_MS;
    },
    /** An hour goes by at the provider: it forgets every request that it has. */
    async passHour(): Promise<void> {
      hours.push(Date.now());
      await this.post('/clock', { seconds: HOUR_MS / 1_000 });
    },
    async post(path: string, body: Record<string, unknown>): Promise<void> {
      const answer = await fetch(`${url}/__sandbox${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${await answer.text()}`);
    },
    async received(kind?: string): Promise<z.infer<typeof report>> {
      const answer = await fetch(`${url}/__sandbox/received${kind ? `?kind=${kind}` : ''}`);
      return report.parse(await answer.json());
    },
    /** Its jobs of the last hour, and when each is or was done. */
    async jobs(): Promise<z.infer<typeof jobList>['jobs']> {
      const answer = await fetch(`${url}/__sandbox/jobs`);
      return jobList.parse(await answer.json()).jobs;
    },
    async faults(): Promise<z.infer<typeof faultList>['faults']> {
      const answer = await fetch(`${url}/__sandbox/faults`);
      return faultList.parse(await answer.json()).faults;
    },
  };
}

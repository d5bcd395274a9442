import 'server-only';
import type { GarmentCategory } from '#lib/domain/category.ts';
import {
  type LatencyDistribution,
  type LogNormal,
  learnLatency,
  publishedLatency,
} from '#lib/domain/latency-distribution.ts';
import { type ProviderFigures, secondsAtProvider } from '#lib/domain/latency-sample.ts';
import type { PollPlan } from '#lib/domain/poll-plan.ts';
import { affordableCalls, affordablePlan, rememberPlans } from '#lib/domain/poll-price.ts';
import { db } from './db.ts';
import { env } from './env.ts';
import { callsPerMinute } from './provider.ts';
import { countOpenTryOns, recentDurations } from './repositories/try-on-figures.ts';

/** Fewer than this say nothing yet about how long people wait. */
const ENOUGH = 8;
const SAMPLE = 200;
const KEPT_MS = 20_000;
const OPEN_KEPT_MS = 1_000;
/** More open try-ons than that change nothing: no plan of calls has one for each. */
const MOST_OPEN = 2_000;

interface Measured {
  /** Submission to COMPLETED at the provider, for planning polls. */
  provider: LatencyDistribution;
  providerMedianSeconds: number;
  planAt: (price: number) => PollPlan;
  /** Asking to look: for telling people. */
  wholeMedianSeconds: number;
  measured: boolean;
}

const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

function believed(): LogNormal {
  const medianMs = env().SEGMIND_LATENCY_MS;
  return medianMs ? { ...publishedLatency, medianMs } : publishedLatency;
}

async function measure(category: GarmentCategory): Promise<Measured> {
  const rows = await recentDurations(db(), category, SAMPLE);
  const prior = believed();
  const provider = learnLatency(
    rows.map((row) => row.provider),
    prior,
  );
  const measured = rows.length >= ENOUGH;
  return {
    provider,
    providerMedianSeconds: median([...provider.quantilesMs]) / 1000,
    planAt: rememberPlans(provider),
    wholeMedianSeconds: measured
      ? Math.max(0.1, median(rows.map(({ whole }) => whole)))
      : Math.max(1, prior.medianMs / 1000),
    measured,
  };
}

/** Reads at most once in `ms`, however many ask; a failed reading is not kept. */
function readSeldom<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; until: number } | undefined;
  return () => {
    const now = Date.now();
    if (kept && kept.until > now) return kept.value;
    const fresh = { value: read(), until: now + ms };
    kept = fresh;
    fresh.value.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return fresh.value;
  };
}

const byCategory: Record<GarmentCategory, () => Promise<Measured>> = {
  UPPER_BODY: readSeldom(KEPT_MS, () => measure('UPPER_BODY')),
  LOWER_BODY: readSeldom(KEPT_MS, () => measure('LOWER_BODY')),
  DRESS: readSeldom(KEPT_MS, () => measure('DRESS')),
};
const openTryOns = readSeldom(OPEN_KEPT_MS, () => countOpenTryOns(db(), MOST_OPEN));

/** From our own last try-ons of the category; before there are enough, what the provider publishes. */
export const measuredLatency = (category: GarmentCategory): Promise<Measured> =>
  byCategory[category]();

/** When to ask for a try-on of this category, as long as the calls are shared by as many as now. */
export async function currentPlan(category: GarmentCategory): Promise<PollPlan> {
  const [latency, open] = await Promise.all([measuredLatency(category), openTryOns()]);
  const calls = affordableCalls({
    callsPerMinute: callsPerMinute(),
    openTryOns: open,
    medianSeconds: latency.providerMedianSeconds,
  });
  return affordablePlan(calls, latency.planAt);
}

/**
 * How long the provider took with a try-on that it has just called done.
 *
 * @param askedAt when the status call that learned of it was sent.
 */
export async function providerSeconds(
  {
    category,
    submittedAt,
    pendingAt,
  }: { category: GarmentCategory; submittedAt: Date | null; pendingAt: Date | null },
  figures: ProviderFigures,
  askedAt: Date,
): Promise<number | undefined> {
  if (!submittedAt) return undefined;
  const untilMs = Math.max(0, askedAt.getTime() - submittedAt.getTime());
  const { provider: distribution } = await measuredLatency(category);
  const pendingMs = (pendingAt ?? submittedAt).getTime() - submittedAt.getTime();
  const afterMs = Math.min(untilMs, pendingMs);
  return secondsAtProvider(figures, { afterMs, untilMs }, distribution, Math.random());
}

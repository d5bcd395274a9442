import 'server-only';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { type LatencyModel, publishedLatency } from '#lib/domain/poll-schedule.ts';
import { db } from './db.ts';
import { env } from './env.ts';
import { recentDurations } from './repositories/try-ons.ts';

/** Fewer than this say nothing yet. */
const ENOUGH = 8;
const SAMPLE = 100;
const KEPT_MS = 20_000;

interface Measured {
  /** Submission to COMPLETED: for planning polls. */
  provider: LatencyModel;
  /** Asking to look: for telling people. */
  wholeMedianSeconds: number;
  measured: boolean;
}

const kept = new Map<GarmentCategory, { value: Measured; until: number }>();

const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

function believed(): LatencyModel {
  const medianMs = env().SEGMIND_LATENCY_MS;
  return medianMs ? { ...publishedLatency, medianMs } : publishedLatency;
}

/** From our own last try-ons of the category; before there are enough, what the provider publishes. */
export async function measuredLatency(category: GarmentCategory): Promise<Measured> {
  const now = Date.now();
  const known = kept.get(category);
  if (known && known.until > now) return known.value;

  const rows = await recentDurations(db(), category, SAMPLE);
  const prior = believed();
  let value: Measured;
  if (rows.length < ENOUGH) {
    value = {
      provider: prior,
      wholeMedianSeconds: Math.max(1, prior.medianMs / 1000),
      measured: false,
    };
  } else {
    const logs = rows.map(({ provider }) => Math.log(Math.max(0.02, provider)));
    const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
    const variance = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (logs.length - 1);
    value = {
      provider: {
        medianMs: 1000 * Math.exp(median(logs)),
        // Bounded: a handful of equal times must not make us sure of the next one.
        sigma: Math.min(1.5, Math.max(0.15, Math.sqrt(variance))),
      },
      wholeMedianSeconds: Math.max(0.1, median(rows.map(({ whole }) => whole))),
      measured: true,
    };
  }
  kept.set(category, { value, until: now + KEPT_MS });
  return value;
}

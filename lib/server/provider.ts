import 'server-only';
import { env } from './env.ts';
import { createGuardedFetch } from './http/guarded-fetch.ts';
import { createSegmindClient, type SegmindClient } from './segmind/client.ts';
import {
  type DownloadOutcome,
  downloadOutput,
  outputFetchOptions,
} from './segmind/download-output.ts';
import { parseOutputHosts } from './segmind/output-hosts.ts';

/** The provider of this installation, made from the configuration. The key does not leave here. */

let client: SegmindClient | undefined;

export function provider(): SegmindClient {
  const { SEGMIND_API_KEY, SEGMIND_BASE_URL, SEGMIND_ASSET_URL } = env();
  client ??= createSegmindClient({
    apiKey: SEGMIND_API_KEY,
    baseUrl: SEGMIND_BASE_URL,
    assetBaseUrl: SEGMIND_ASSET_URL,
    fetch,
    now: Date.now,
  });
  return client;
}

let outputs: Parameters<typeof downloadOutput>[1] | undefined;

export function downloadFromProvider(address: string): Promise<DownloadOutcome> {
  if (!outputs) {
    const hosts = parseOutputHosts(env().SEGMIND_OUTPUT_HOSTS);
    outputs = { hosts, fetchOutput: createGuardedFetch(outputFetchOptions(hosts)) };
  }
  return downloadOutput(address, outputs);
}

/** Four fifths of what the plan allows, since the same key may be used by hand as well. */
export const callsPerMinute = () => Math.max(1, Math.floor(env().SEGMIND_RPM * 0.8));

export const providerIsSandbox = () => env().SEGMIND_IS_SANDBOX;

import 'server-only';
import { checkStatus, type StatusOutcome } from './check-status.ts';
import { createContext, type SegmindOptions } from './context.ts';
import { type CreditsOutcome, fetchCredits } from './credits.ts';
import { fetchResult, type ResultOutcome } from './fetch-result.ts';
import { type GeneratedPicture, generate } from './generate.ts';
import type { TryOnParameters } from './parameters.ts';
import {
  type JobState,
  result,
  run,
  status,
  submit,
  type TryOnJob,
  type TryOnResult,
  uploadAsset,
  type WaitOptions,
  wait,
} from './sdk-calls.ts';
import { type SubmitOutcome, submitTryOn } from './submit-try-on.ts';
import { type AssetPicture, type UploadOutcome, uploadAssets } from './upload-assets.ts';

/**
 * The whole of Segmind's Try-On Diffusion API. The first group answers with unions and never throws:
 * what the app's state machine is built on. The second group reads like the vendor's Python SDK and
 * throws `SegmindError`, `InferenceFailed` and `InferenceTimeout`.
 */
export type SegmindClient = Readonly<{
  submitTryOn: (parameters: TryOnParameters) => Promise<SubmitOutcome>;
  checkStatus: (requestId: string) => Promise<StatusOutcome>;
  fetchResult: (requestId: string) => Promise<ResultOutcome>;
  uploadAssets: (pictures: readonly [AssetPicture, ...AssetPicture[]]) => Promise<UploadOutcome>;
  credits: () => Promise<CreditsOutcome>;

  generate: (
    parameters: TryOnParameters,
    options?: { timeoutMs?: number },
  ) => Promise<GeneratedPicture>;
  submit: (parameters: TryOnParameters) => Promise<TryOnJob>;
  status: (requestId: string) => Promise<JobState>;
  result: (requestId: string) => Promise<TryOnResult>;
  wait: (requestId: string, options?: WaitOptions) => Promise<TryOnResult>;
  run: (parameters: TryOnParameters, options?: WaitOptions) => Promise<TryOnResult>;
  uploadAsset: (picture: AssetPicture) => Promise<string>;
}>;

/** Throws a `RangeError` when the key or an address cannot be used. */
export function createSegmindClient(options: SegmindOptions): SegmindClient {
  const context = createContext(options);
  return {
    submitTryOn: (parameters) => submitTryOn(context, parameters),
    checkStatus: (requestId) => checkStatus(context, requestId),
    fetchResult: (requestId) => fetchResult(context, requestId),
    uploadAssets: (pictures) => uploadAssets(context, pictures),
    credits: () => fetchCredits(context),

    generate: (parameters, limits) => generate(context, parameters, limits),
    submit: (parameters) => submit(context, parameters),
    status: (requestId) => status(context, requestId),
    result: (requestId) => result(context, requestId),
    wait: (requestId, pace) => wait(context, requestId, pace),
    run: (parameters, pace) => run(context, parameters, pace),
    uploadAsset: (picture) => uploadAsset(context, picture),
  };
}

import type { FeedbackBody } from '#lib/contracts/try-on.ts';
import { fetchJson, jsonBody } from './fetch-json.ts';
import { tryOnContract } from './try-on-contract.ts';
import { rememberTryOn } from './use-try-on.ts';

/** Objects to a block. Shown at once where the try-on is followed. Throws like `fetchJson`. */
export const appeal = (id: string, text: string) => speak(id, 'appeal', { text });

/** Says what is wrong with a look. Throws like `fetchJson`. */
export const giveFeedback = (id: string, feedback: FeedbackBody) => speak(id, 'feedback', feedback);

async function speak(id: string, of: 'appeal' | 'feedback', body: object): Promise<void> {
  await rememberTryOn(await fetchJson(`/api/try-ons/${id}/${of}`, tryOnContract, jsonBody(body)));
}

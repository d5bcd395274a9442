import { say } from '#lib/client/say.ts';
import { startTelling, stopTelling, type TellMe } from '#lib/client/tell-me.ts';
import { waitingWords } from '#lib/words/waiting.ts';

/** From a press: asks the browser for the permission and says what came of it. */
export async function askToBeTold(): Promise<void> {
  const words = wordsOf(await startTelling());
  if (words) await sayIfPossible(words);
}

export async function askNotToBeTold(): Promise<void> {
  stopTelling();
  await sayIfPossible(waitingWords.willNotTell);
}

/** The toast's script may be out of reach; the menu shows the outcome, too. */
const sayIfPossible = (words: string) => say(words).catch(() => {});

/** Whoever closed the browser's question without an answer needs to hear nothing. */
function wordsOf(outcome: TellMe): string | null {
  switch (outcome) {
    case 'on':
      return waitingWords.willTell;
    case 'refused':
      return waitingWords.refused;
    case 'unavailable':
      return waitingWords.cannot;
    case 'off':
      return null;
  }
}

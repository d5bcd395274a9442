/** Runs once when the server starts: checks the configuration and starts what runs beside the requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { noteSocketAddresses } = await import('#lib/server/http/socket-address.ts');
  noteSocketAddresses();
  const { env } = await import('#lib/server/env.ts');
  if (env().NEXT_MANUAL_SIG_HANDLE) {
    const { answerStatusBeforeNext } = await import('#lib/server/http/status-before-next.ts');
    answerStatusBeforeNext();
  }
  const { startInlineWorker } = await import('#lib/server/worker/start-inline-worker.ts');
  startInlineWorker();
  const { tryDecoder } = await import('#lib/server/images/decoder/decode-apart.ts');
  void tryDecoder();
}

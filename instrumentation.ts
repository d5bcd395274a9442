/** Runs once when the server starts: checks the configuration and starts the inline worker. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startInlineWorker } = await import('#lib/server/worker/start-inline-worker.ts');
  startInlineWorker();
}

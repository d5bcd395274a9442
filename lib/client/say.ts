import type { ExternalToast } from 'sonner';

/**
 * A toast, whose script comes only when there is something to say: the header leads to My looks from
 * every page, and what a page needs is fetched before it is opened.
 */
export async function say(words: string, options?: ExternalToast): Promise<void> {
  const { toast } = await import('sonner');
  toast(words, options);
}

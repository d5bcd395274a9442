import 'server-only';
import { AppError } from '#lib/server/http/app-error.ts';
import { sizeAdviceWords } from '#lib/words/sizes.ts';

/** The acting person, as every use case gets it. Read fresh from the database for each request. */
export interface Actor {
  userId: string;
  isGuest: boolean;
  role: 'SHOPPER' | 'MERCHANT' | 'ADMIN';
  name: string | null;
  email: string | null;
  /** Try-ons in a day of her own; nothing for what everybody has. */
  dailyTryOns?: number | null;
  /** Her browser asks that she be left out of figures. */
  uncounted?: true;
}

export function assertAdmin(actor: Actor): void {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
}

/** For what is only kept for those who can find it again. */
export function assertAccount(actor: Actor): void {
  if (actor.isGuest) throw new AppError('forbidden', sizeAdviceWords.signInFirst);
}

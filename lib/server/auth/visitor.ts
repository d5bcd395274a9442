import 'server-only';
import type { Actor } from './actor.ts';

/** Somebody who looks around, as figures and hold-outs know her. */
export interface Visitor {
  /** Of the user, where there is one; a guest takes over the id that she had as a mere visitor. */
  id: string;
  hasAccount: boolean;
}

/** Null for whoever asks not to be counted. */
export const visitorOf = ({ userId, isGuest, uncounted }: Actor): Visitor | null =>
  uncounted ? null : { id: userId, hasAccount: !isGuest };

import type { SignInRefusal } from '#lib/domain/sign-in-refusal.ts';
import { waitText } from './waiting-time.ts';

export function signInRefusalText(refusal: SignInRefusal): string {
  switch (refusal.kind) {
    case 'suspended':
      return 'This account is suspended, so nobody can sign in to it. Write to us if you think that this is wrong.';
    case 'too_many':
      return `Those were too many tries. ${waitText(refusal.seconds)}`;
  }
}

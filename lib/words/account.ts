import { readRefusal } from '#lib/domain/sign-in-refusal.ts';
import { signInRefusalText } from './sign-in-refusals.ts';

/** Signing in and up, and the rooms that are not everybody's. */

export const signInWords = {
  title: 'Sign in',
  /** Before and after the link to `signUpLink`. */
  lead: ['New here? ', ', or go on as a guest.'],
  signUpLink: 'Create an account',
  mailSent: 'Look into your mail',
  mailSentText: 'If the address is right, a link to sign in is on its way.',
  failed:
    'Signing in did not work. A link from a mail works only once and not for long: ask for a new one, or use your password.',
  wrong: 'That email address and password do not belong together.',
  notNow: 'Signing in did not work just now. Wait a moment and try again.',
  submit: 'Sign in',
  busy: 'Signing in',
} as const;

/** @param word what next-auth answers with. */
export function signInProblem(word: unknown): string {
  const refusal = readRefusal(word);
  if (refusal) return signInRefusalText(refusal);
  return word === 'CredentialsSignin' ? signInWords.wrong : signInWords.notNow;
}

/** Of whoever comes back from a link in a mail, or from another's sign-in page. */
export function linkProblem(word: unknown): string {
  const refusal = readRefusal(word);
  return refusal ? signInRefusalText(refusal) : signInWords.failed;
}

export const signUpWords = {
  title: 'Create an account',
  lead: 'The looks and photos of this browser move along. Have one already? ',
  signInLink: 'Sign in',
  submit: 'Create account',
  busy: 'Creating your account',
  passwordHint: (least: number) => `At least ${least} characters.`,
} as const;

/** The rooms in which a person sees to the account and to what is kept of her. */
export const accountRoomsWords = {
  label: 'Account',
  account: 'Account',
  data: 'Your data',
} as const;

export const accountFields = { name: 'Name', email: 'Email', password: 'Password' } as const;

export const otherWaysWords = {
  label: 'Other ways to sign in',
  google: 'Continue with Google',
  github: 'Continue with GitHub',
  linkEmail: 'Email for a sign-in link',
  sendLink: 'Send me a link',
  linkSent:
    'If the address is right, a link to sign in is on its way. It works once, on this device.',
} as const;

export const demoSignInWords = {
  title: 'Demo accounts',
  shopper: 'A shopper',
  merchant: 'A shop with its garments',
  admin: 'The review console',
  /** Around the password. */
  password: ['The password of each is ', '.'],
} as const;

export const notForYouWords = {
  heading: 'Not for you',
  action: 'See the garments',
  shop: {
    title: 'This room is for shop staff',
    belongs: 'belongs to no shop',
    advice: 'Sign in with your shop’s account, or ask its owner to let you in.',
  },
  review: {
    title: 'This room is for the people who run Fitting Room',
    belongs: 'is not an admin’s account',
    advice: '',
  },
  text: (email: string | null, belongs: string, advice: string) =>
    `You are signed in${email ? ` as ${email}` : ''}, which ${belongs}. ${advice}`,
} as const;

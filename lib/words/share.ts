import type { ShareDays } from '#lib/domain/share-link.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A look that its owner shows to somebody by a link. */
export const shareWords = {
  open: 'Share by a link',
  title: 'Share this look',
  /** Also that it cannot be called back from whoever has it. */
  text: 'Whoever has the link sees this picture and the garment’s name, and may keep a copy. Your name, your photo and your other looks stay private, and search engines are kept away.',
  howLong: 'How long should it work?',
  days: { 1: 'A day', 7: 'A week', 30: 'A month' } satisfies Record<ShareDays, string>,
  make: 'Make a link',
  leave: 'Not now',
  done: 'Done',
  ready: 'Your link is ready',
  until: (expiresAt: string) =>
    `It works until ${day.format(new Date(expiresAt))}, and is shown only now. You can take it back before that under Your data.`,
  send: 'Send it',
  /** What the device’s own sheet says of it. */
  message: 'A look of mine',
  noPicture: 'There is no picture to share.',
  tooMany: (most: number) =>
    `${most} of your looks are shared just now. Take a link back under Your data first.`,
} as const;

/** In Your data. */
export const shareLinksWords = {
  title: 'Shared looks',
  none: 'No look of yours is shared.',
  lead: 'Whoever has one of these links sees that look.',
  until: (expiresAt: string) => `until ${day.format(new Date(expiresAt))}`,
  revoke: 'Take back',
  revokeOf: (title: string) => `Take back the link to ${title}`,
  revoked: 'The link is taken back: it leads nowhere now.',
  notThere: 'The links could not be loaded.',
} as const;

/** What the link leads to. */
export const sharedWords = {
  pageTitle: 'A shared look',
  lead: 'Somebody shows you this look.',
  alt: (name: string) => `A person in the ${name}`,
  note: (expiresAt: string) =>
    `Simulated by Fitting Room, to show style and not fit. The link works until ${day.format(new Date(expiresAt))}.`,
  garment: 'See the garment',
  gone: {
    heading: 'A shared look',
    title: 'This look is not shared any more',
    text: 'The link is over, or was taken back by the person who made it.',
    action: 'See the garments',
  },
} as const;

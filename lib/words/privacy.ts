import type { ErasureCause } from '#lib/domain/erasure.ts';
import type { Retention } from '#lib/domain/retention.ts';

/** What people read of what is kept of them, for how long, and of how it goes. */

/** One zone for server and browser, or the two would render different days around midnight. */
const dayAndYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** "28 December 2026" */
export const longDay = (instant: string): string => dayAndYear.format(new Date(instant));

/** "28 November 2026 at 12:40 UTC" */
export const longMinute = (instant: string): string => `${minute.format(new Date(instant))} UTC`;

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

export const privacyWords = {
  title: 'Privacy',
  lead: 'What we keep of you, for how long, who gets to see it, and how you delete it.',
  /** Of links that lead there. */
  link: 'Privacy',
  howWeUse: 'How we treat your photos',
  sections: ({ photoDays, lookDays, guestDays, providerTextDays }: Retention) => [
    {
      id: 'kept',
      title: 'What is kept',
      points: [
        'Your photos, cleaned of what your camera wrote into them: no place, no time, no device.',
        'The looks that were made for you.',
        'What you agreed to before your first photo, with the date: a record that we have to keep.',
        'Your account: name, email address, a fingerprint of your password, and body measurements if you chose to keep them here.',
        'Your bag, your favourites and your orders.',
      ],
    },
    {
      id: 'where',
      title: 'Where',
      points: [
        'In our own database and our own private picture storage. Every picture lies under a random name that says nothing about you.',
        'This site loads nothing from anybody else: no advertising, no analytics of others, no fonts or scripts from elsewhere.',
      ],
    },
    {
      id: 'how-long',
      title: 'How long',
      points: [
        `A photo: until ${days(photoDays)} after you last used it.`,
        `A look: for ${days(lookDays)} after it was made.`,
        `Everything of a guest without an account: until ${days(guestDays)} after the last visit.`,
        `What our picture service wrote about a try-on that went wrong: for ${days(providerTextDays)}.`,
        'The date stands on each photo and each look. After it they are deleted by themselves.',
      ],
    },
    {
      id: 'who',
      title: 'Who gets to see it',
      points: [
        'You.',
        'Segmind, the service that makes the pictures: it gets your photo by a link that works for 15 minutes, or as an upload of its own, and forgets the record of the try-on after about an hour. How long it keeps files is laid down in its own terms.',
        'The people who run Fitting Room, only when something went wrong with a try-on, one picture at a time, after they have written down why. That they looked cannot be erased from their log.',
        'Whoever you send a share link to, until it ends or you take it back. It shows the look, never the photo.',
      ],
    },
    {
      id: 'shops',
      title: 'What shops never see',
      points: [
        'Your photos and your looks, your measurements, and who you are when you try something on. A shop sees only how often its garments were tried on.',
        'When you order, the shop gets what you write into the order: name, email address and note.',
      ],
    },
    {
      id: 'delete',
      title: 'How you delete it',
      points: [
        'A photo or a look: with Delete beside it. It cannot be opened from that moment on, by any link.',
        'Everything that was made of your photos: by withdrawing what you agreed to.',
        'All of it: by closing your account, or as a guest with Delete everything.',
        'After each deletion our storage is asked whether the pictures are really gone. You find the answer under Your data; it takes seconds as a rule and 24 hours at most.',
      ],
    },
    {
      id: 'stays',
      title: 'What stays after that',
      points: [
        'The record of what you agreed to and when you withdrew it, without your name.',
        'That try-ons were made, for the bills of shops and of the picture service: no pictures, no words, no name.',
        'Orders that you placed stay with the shop that took them.',
        'What people who work here did in a shop or with a case stays in their log. What they, or the picture service, wrote about your try-ons goes with your account, and with your photos when you withdraw.',
      ],
    },
  ],
  yourData: 'See what is kept of you',
} as const;

export const dataWords = {
  title: 'Your data',
  lead: 'What is kept of you, until when, and how to delete it.',
  guest: (guestDays: number) =>
    `You are here as a guest: everything is deleted ${days(guestDays)} after your last visit.`,
  nothing: {
    title: 'Nothing is kept of you',
    text: 'You have given no photo and asked for no look in this browser. Once you do, you see here what is kept, until when, and how to delete it.',
    action: 'Browse the garments',
  },
  photos: {
    title: 'Photos',
    none: 'No photo is kept.',
    given: (createdAt: string) => `Given ${longDay(createdAt)}`,
  },
  looks: {
    title: 'Looks',
    none: 'No look is kept.',
    /** @param until of the one that goes first, and of the one that goes last. */
    kept: (count: number, first: string, last: string) =>
      longDay(first) === longDay(last)
        ? `${counted(count, 'look is', 'looks are')} kept until ${longDay(first)}.`
        : `${counted(count, 'look is', 'looks are')} kept. The oldest goes on ${longDay(first)}, the newest on ${longDay(last)}.`,
    link: 'My looks',
  },
  consent: {
    title: 'What you agreed to',
    none: 'You have not agreed to anything. You are asked before your first photo.',
    given: (version: string, givenAt: string) =>
      `Version ${version}, agreed to ${longMinute(givenAt)}`,
    withdrawn: (withdrawnAt: string) => `Withdrawn ${longMinute(withdrawnAt)}`,
    withdraw: 'Withdraw',
    confirm: {
      title: 'Withdraw what you agreed to?',
      action: 'Withdraw and delete',
      keep: 'Keep it',
      text: 'Your photos are deleted, and all looks that were made of them. What is still being made of them is thrown away. Looks on house models stay. We keep the record that you had agreed and when you withdrew. Before the next photo you are asked anew.',
    },
    done: 'Withdrawn. Your photos and the looks made of them are deleted.',
  },
  download: {
    title: 'A copy for you',
    text: 'Your photos, your looks, your account, and what you chose, wrote, ordered and agreed to, as one ZIP file.',
    action: 'Download my data',
  },
  erasures: {
    title: 'Deletions',
    none: 'You have deleted nothing yet.',
    lead: 'What you deleted, or what had reached its date, and whether our storage has confirmed that it is gone.',
    done: (doneAt: string) => `Gone since ${longMinute(doneAt)}`,
    open: 'Still being deleted',
    receipt: 'Receipt',
    receiptOf: (what: string, requestedAt: string) =>
      `Receipt: ${what}, ${longMinute(requestedAt)}`,
  },
} as const;

/** What was deleted, or why. */
export const erasureCauseWords: Record<ErasureCause, string> = {
  photo: 'A photo',
  look: 'A look',
  looks: 'All looks',
  withdrawal: 'Consent withdrawn',
  closing: 'Everything that was kept',
  retention: 'Its time was over',
  guest: 'Everything of a guest who did not come back',
};

export const receiptWords = {
  title: 'Receipt of a deletion',
  metaTitle: 'Receipt',
  done: 'Deleted',
  open: 'Being deleted',
  doneText: (pictures: number, doneAt: string) =>
    pictures === 0
      ? 'There were no pictures to delete.'
      : `${counted(pictures, 'picture file was', 'picture files were')} deleted from our storage at ${longMinute(doneAt)}. The storage was asked for each of them afterwards, and has none of them any more.`,
  openText: (pictures: number, latest: string) =>
    `${counted(pictures, 'picture file is', 'picture files are')} still being deleted, at the latest by ${longMinute(latest)}. Nobody can open them any more.`,
  lateText: (pictures: number) =>
    `Our storage has not confirmed yet that ${counted(pictures, 'picture file is', 'picture files are')} gone. It should have by now: we go on trying, and the people who run Fitting Room have been told. Nobody can open them any more.`,
  what: 'What',
  requested: 'Asked for',
  finished: 'Done',
  pictures: 'Picture files',
  picturesHint: 'Of a photo there are two: the photo, and the copy cut for try-ons.',
  number: 'Receipt number',
  keep: 'Keep the address of this page: it needs no account, names nobody, and shows how the deletion stands.',
  look: 'Look again',
  /** The link stands at its end. */
  closed: {
    text: 'All is closed and you are signed out. What stays, and why, is told on the page about',
    link: 'privacy',
  },
} as const;

export const closeWords = {
  title: { account: 'Close your account', guest: 'Delete everything' },
  lead: {
    account: 'For good, and at once.',
    guest: 'Everything that was kept of you in this browser, for good, and at once.',
  },
  goes: {
    title: 'What goes',
    points: [
      'Your photos and all your looks; what is still being made is called off or thrown away.',
      'Your name, email address, password and measurements, and the ways you sign in.',
      'Your bag, favourites and share links, and what you wrote to us about looks.',
      'Your place in shops.',
    ],
    guest: [
      'Your photos and all your looks; what is still being made is called off or thrown away.',
      'Your bag, favourites and share links, and what you wrote to us about looks.',
    ],
  },
  stays: {
    title: 'What stays, and why',
    points: [
      'What you agreed to, and when: we have to be able to show it. Without your name.',
      'That try-ons were made: shops and the picture service are billed by it. No pictures, no words.',
      'Orders that you placed: they are the shop’s own record.',
    ],
  },
  open: { account: 'Close my account', guest: 'Delete everything' },
  confirm: {
    title: { account: 'Close your account for good?', guest: 'Delete everything for good?' },
    text: 'This cannot be taken back. You get a receipt that shows when your pictures were gone.',
    action: { account: 'Close for good', guest: 'Delete everything' },
    keep: 'Keep it',
  },
  password: 'Your password',
  email: 'Your email address',
  emailHint: (email: string) => `Type ${email} to show that you mean it.`,
  wrongEmail: 'That is not the email address of this account.',
  lastAdmin:
    'You are the only admin, and somebody has to look after this place. Make another person an admin first.',
  onlyOwner: (shops: string[]) =>
    `You are the only owner of ${new Intl.ListFormat('en-GB').format(shops)}. Make somebody else an owner first.`,
  busy: 'Deleting',
} as const;

import type { ActiveState } from '#lib/domain/try-on.ts';
import { stageTitle } from './try-on.ts';

/** What the shopper reads in My looks, in the comparison of looks, and of the kept photos. */

const looksCounted = (count: number) => (count === 1 ? '1 look' : `${count} looks`);

export const looksWords = {
  title: 'My looks',
  loading: 'Loading your looks',
  /** Of a guest: the link stands between the two halves. */
  guest: {
    kept: 'Kept for this browser.',
    create: 'Create an account',
    everywhere: 'to find them everywhere.',
  },
  more: 'More looks',
  tryAgain: 'Try again',
  empty: {
    title: 'No looks yet',
    text: 'Open a garment and press Try it on. Every picture that you ask for is kept here, even if you close the page while it is being made.',
    action: 'Browse the garments',
  },
  noFavourites: {
    title: 'No favourite looks yet',
    text: 'Press the heart on a look to find it here again.',
    action: 'Show all looks',
  },
  /** @param person a house model's name; null for the person's own photo. */
  on: (person: string | null) => (person === null ? 'On you' : `On ${person}`),
  making: (title: string, state: ActiveState) => `${title}: ${stageTitle[state]}`,
  gone: 'No longer in the shop',
  calledOff: 'Called off',
  like: (title: string) => `Favourite look: ${title}`,
  noPictureToLike: 'Only a finished look can be a favourite.',
  unliked: 'Taken out of your favourites.',
  undo: 'Undo',
  failedAgain: (title: string) => `Try again: ${title}`,
  failedWhy: 'See why',
  failedWhyOf: (title: string) => `See why: ${title}`,
  moreOf: (title: string) => `More for ${title}`,
  anotherOn: (person: string | null) =>
    person === null ? 'Another garment on this photo' : `Another garment on ${person}`,
  nextStartsWith: (person: string | null) =>
    person === null
      ? 'The next garment starts with this photo.'
      : `The next garment starts with ${person}.`,
  delete: 'Delete',
  deleteOf: (title: string) => `Delete ${title}`,
  deleteOne: {
    title: 'Delete this look?',
    confirm: 'Delete look',
    text: (name: string) => `${name}: the picture is removed for good.`,
    photoStays: 'Your photo stays.',
    done: 'The look is deleted.',
  },
  /** One that has no picture. */
  takeOut: {
    title: 'Take it out of My looks?',
    confirm: 'Take it out',
    text: (name: string) => `${name}: no picture came of it.`,
    done: 'It is out of My looks.',
  },
} as const;

export interface LooksCounts {
  looks: number;
  favourites: number;
  others: number;
  waiting: number;
  goingOn: number;
}

export const deleteAllWords = {
  button: 'Delete all looks',
  title: ({ looks }: LooksCounts) =>
    looks === 0 ? 'Clear My looks?' : looks === 1 ? 'Delete 1 look?' : `Delete all ${looks} looks?`,
  confirm: ({ looks }: LooksCounts) =>
    looks === 0 ? 'Clear' : looks === 1 ? 'Delete 1 look' : `Delete ${looks} looks`,
  counting: 'Counting your looks',
  /** What will happen, a sentence each; only what is the case. */
  sentences({ looks, favourites, others, waiting, goingOn }: LooksCounts): string[] {
    return [
      looks > 0 && `${looks === 1 ? 'The picture is' : 'The pictures are'} removed for good.`,
      favourites > 0 &&
        (favourites === looks
          ? `${looks === 1 ? 'It is a favourite' : 'All of them are favourites'}.`
          : `${favourites} of them ${favourites === 1 ? 'is a favourite' : 'are favourites'}.`),
      others > 0 &&
        `${others === 1 ? '1 try-on' : `${others} try-ons`} without a picture ${others === 1 ? 'goes' : 'go'} from the list.`,
      waiting > 0 &&
        `${waiting} that ${waiting === 1 ? 'waits for its turn is' : 'wait for their turn are'} called off.`,
      goingOn > 0 &&
        `${goingOn} ${goingOn === 1 ? 'is being made and stays' : 'are being made and stay'}: a picture that is under way cannot be stopped.`,
      'Photos are not deleted with them.',
    ].filter((sentence) => typeof sentence === 'string');
  },
  nothing: 'There is nothing to delete.',
  done({ deleted, calledOff, goingOn }: { deleted: number; calledOff: number; goingOn: number }) {
    const told = [
      deleted > 0 && `${deleted} deleted.`,
      calledOff > 0 && `${calledOff} called off.`,
      goingOn > 0 && `${goingOn} still being made.`,
    ].filter(Boolean);
    return told.length > 0 ? told.join(' ') : deleteAllWords.nothing;
  },
} as const;

export const compareWords = {
  start: 'Compare',
  choose: 'Choose two to four looks.',
  chosen: (count: number, most: number) =>
    count >= most
      ? `${count} looks chosen, which is as many as fit.`
      : `${looksCounted(count)} chosen.`,
  open: (count: number) => (count < 2 ? 'Compare' : `Compare ${count}`),
  cancel: 'Cancel',
  /** @param person a house model's name; null for the person's own photo. */
  choice: (title: string, person: string | null, day: string) =>
    `${title}, on ${person ?? 'you'}, ${day}`,
  title: 'Side by side',
  pageTitle: 'Compare looks',
  back: 'Back to My looks',
  takeOut: (title: string) => `Take ${title} out`,
  tooFew: {
    title: 'There are not two looks to compare',
    text: 'They were deleted, or they belong to somebody else. Choose two to four of your own.',
  },
  someMissing: (count: number) =>
    count === 1
      ? 'One of the looks is not here: it was deleted, or it belongs to somebody else.'
      : `${count} of the looks are not here: they were deleted, or they belong to somebody else.`,
} as const;

export const photoWords = {
  title: 'My photos',
  lead: 'Only you can see them. They are kept so that you can try on the next garment without sending a photo again.',
  picture: (number: number) => `Your photo ${number}`,
  next: 'Try a garment',
  nextOn: (number: number) => `Try a garment on photo ${number}`,
  delete: 'Delete',
  deleteOf: (number: number) => `Delete photo ${number}`,
  deleteOne: {
    title: 'Delete this photo?',
    confirm: 'Delete photo',
    text: 'It is removed for good, and a look that is still being made with it is thrown away. The looks that were made with it stay until you delete them.',
    done: 'The photo is deleted.',
  },
} as const;

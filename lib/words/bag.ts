/** The bag, the way to a shop's checkout, and what is asked of a shop that has none. */

const garments = (count: number) => (count === 1 ? '1 garment' : `${count} garments`);

export const addToBagWords = {
  add: 'Add to bag',
  adding: 'Adding',
  soldOut: 'Sold out',
  chooseSize: 'Choose a size first.',
  size: 'Size',
  noSize: 'Size',
  option: (size: string, inStock: boolean) => (inStock ? size : `${size}, sold out`),
  added: (name: string, size: string) => `${name}, size ${size}, is in your bag.`,
  view: 'View bag',
} as const;

/** Both garments of an outfit, each in its own size. */
export const outfitBagWords = {
  title: 'Both in your sizes',
  sizeOf: (name: string) => `Size of ${name}`,
  add: 'Add',
  addOf: (name: string) => `Add ${name} to your bag`,
  soldOut: 'Sold out just now',
  gone: 'No longer in the shop',
  noSizes: 'Not sold here',
  chooseSize: 'Choose a size first.',
  together: 'Both together',
  addBoth: 'Add both to bag',
  adding: 'Adding',
  added: (names: string) => `Both are in your bag: ${names}.`,
  failed: 'The sizes did not arrive.',
  tryAgain: 'Try again',
} as const;

export const bagWords = {
  title: 'Your bag',
  /** The link in the header; nothing is said of an empty bag's count. */
  link: (count: number) => (count > 0 ? `Bag, ${garments(count)}` : 'Bag'),
  badge: (count: number) => (count > 99 ? '99+' : String(count)),
  loading: 'Loading your bag',
  lead: (shops: number) =>
    shops > 1 ? 'Each shop sells its own garments, so each has a total of its own.' : null,
  empty: {
    title: 'Your bag is empty',
    text: 'Choose a size on a garment’s page and add it to the bag. It waits here for you.',
    action: 'Browse the garments',
  },
  failed: { title: 'Your bag may have changed since', again: 'Try again' },
  offline: 'You are offline. Your bag is shown as it was; you can change it when you are back.',
  from: (shop: string) => `From ${shop}`,
  /** Which of a garment's colours and sizes. */
  which: (colour: string, size: string) => (colour ? `${colour}, size ${size}` : `Size ${size}`),
  each: (price: string) => `${price} each`,
  soldOut: 'Sold out just now. It is not counted.',
  sizeGone: (size: string) => `Size ${size} is no longer sold. It is not counted.`,
  otherSizes: 'See the other sizes',
  gone: 'No longer in the shop. It is not counted.',
  named: (name: string, size: string) => `${name}, size ${size}`,
  quantity: (what: string) => `Quantity of ${what}`,
  fewer: (what: string) => `One fewer of ${what}`,
  more: (what: string) => `One more of ${what}`,
  remove: 'Remove',
  removeOf: (name: string, size: string) => `Remove ${name}, size ${size}`,
  removed: (name: string) => `${name} is out of your bag.`,
  undo: 'Undo',
  total: 'Total',
  totalOf: (count: number) => `Total, ${garments(count)}`,
  totalNote: 'Delivery is settled with the shop.',
  nothingToBuy: 'Nothing here can be bought just now.',
  /** For a screen reader, after every change. */
  announce: (count: number) => `${garments(count)} in your bag`,
  sizeNotSold: (size: string) => `Size ${size} is no longer sold.`,
  soldOutNow: (size: string) => `Size ${size} is sold out just now.`,
  notInShop: 'This garment is not in the shop any more.',
  full: 'Your bag is full. Take something out before you add more.',
} as const;

export const checkoutWords = {
  go: (shop: string) => `Buy at ${shop}`,
  going: 'Opening the checkout',
  note: (shop: string) => `You go on at ${shop}’s own checkout. Your bag here stays as it is.`,
  none: 'This shop has no checkout of its own.',
  changed: 'Something in your bag has changed since you saw it. Look at it again before you go on.',
} as const;

export const orderWords = {
  open: (shop: string) => `Send a request to ${shop}`,
  note: (shop: string) =>
    `${shop} has no online checkout. It gets your request and writes to you about payment and delivery.`,
  heading: (shop: string) => `Your request to ${shop}`,
  name: 'Name',
  email: 'Email',
  emailHint: 'The shop answers to this address.',
  message: 'Note',
  messageHint: 'For example where to deliver it, or a question.',
  send: (total: string) => `Send the request, ${total}`,
  sending: 'Sending',
  cancel: 'Not now',
  nameMissing: 'Tell the shop your name.',
  emailWrong: 'That does not look like an email address.',
  changed:
    'Prices or stock have changed since you saw your bag. This is how it is now; look it over and send it again.',
  nothing: 'Nothing of this shop in your bag can be bought just now.',
  hasCheckout: 'This shop has a checkout of its own. Load your bag again and go on there.',
  tooMuch: 'This is more than one request can hold. Send it in two.',
} as const;

export const orderDoneWords = {
  title: 'Your request is with the shop',
  pageTitle: 'Order request',
  lead: (shop: string) => `${shop} sees it in its back office from now on.`,
  reference: 'Reference',
  sent: 'Sent',
  answerTo: 'Answer to',
  note: 'Your note',
  next: 'What happens next',
  steps: (shop: string, email: string) => [
    `${shop} looks at your request and writes to ${email} about payment and delivery.`,
    'Nothing is paid yet, and nothing is reserved until the shop confirms it.',
    'We send no mail ourselves. Keep the reference, or this page’s address.',
  ],
  earlier: 'Requests you have sent',
  on: 'Go on browsing',
} as const;

export const demoCheckoutWords = {
  title: 'The shop’s own checkout',
  lead: 'This is the demo. Here the shop’s own checkout would open; this is what it was given.',
  reference: 'Article number',
  quantity: 'Quantity',
  nothing: 'Nothing was handed over in this address.',
  back: 'Back to your bag',
} as const;

/** What the shopper reads of favourite garments. */
export const favouriteWords = {
  title: 'Favourite garments',
  loading: 'Loading your favourites',
  lead: 'Garments that you gave a heart, the latest first.',
  tabs: {
    label: 'What is kept for you',
    looks: 'All looks',
    favouriteLooks: 'Favourite looks',
    garments: 'Favourite garments',
  },
  empty: {
    title: 'No favourite garments yet',
    text: 'Press the heart beside a garment to find it here again.',
    action: 'Browse the garments',
  },
  button: 'Favourite',
  buttonOf: (name: string) => `Favourite: ${name}`,
  removed: (name: string) => `${name} is no longer a favourite.`,
  undo: 'Undo',
  gone: 'No longer in the shop',
  full: (most: number) => `You have ${most} favourites, and no more fit. Take one out first.`,
} as const;

/** Hearts on garments. More than anybody looks through; the page of favourites shows them all. */
export const MOST_FAVOURITES = 200;

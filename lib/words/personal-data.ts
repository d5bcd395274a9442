/** What lies beside the pictures in the download of a person’s data. */
export const personalDataReadme = (madeAt: string) => `Your data from Fitting Room, ${madeAt}

photos/     the photos that you gave, as we keep them
looks/      the pictures that were made of you and of house models for you
data.json   everything else: your account, what you agreed to and when, every try-on that you
            asked for, your favourites, your bag, your orders, links that you shared, and what
            you have deleted with the time at which it was gone

Deleted pictures are not here: they are gone. Prices are in the smallest unit of their currency,
times in UTC.
`;

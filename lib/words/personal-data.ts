/** What lies beside the pictures in the download of a person’s data. */
export const personalDataReadme = (madeAt: string) => `Your data from Fitting Room, ${madeAt}

photos/     the photos that you gave, as we keep them
looks/      the pictures that were made of you and of house models for you
data.json   everything else: your account, what you agreed to and when, every try-on that you
            asked for with what our picture service wrote about it, your favourites, your bag,
            your orders, links that you shared, views that you saved, and what you have deleted
            with the time at which it was gone

Not here: a fingerprint of your password, which opens nothing, and our notes on how a try-on
ran. Deleted pictures are not here either: they are gone. Prices are in the smallest unit of their currency,
times in UTC.
`;

import { demoSignInWords } from '#lib/words/account.ts';

/** The accounts of the demo data, for its sign-in page. The seed's own list is the authority. */
export const demoSignIns = {
  password: 'fitting-room',
  accounts: [
    { email: 'shopper@fittingroom.test', may: demoSignInWords.shopper },
    { email: 'merchant@fittingroom.test', may: demoSignInWords.merchant },
    { email: 'admin@fittingroom.test', may: demoSignInWords.admin },
  ],
} as const;

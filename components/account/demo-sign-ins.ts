/** The accounts of the demo data, for its sign-in page. The seed's own list is the authority. */
export const demoSignIns = {
  password: 'fitting-room',
  accounts: [
    { email: 'shopper@fittingroom.test', may: 'A shopper' },
    { email: 'merchant@fittingroom.test', may: 'A shop with its garments' },
    { email: 'admin@fittingroom.test', may: 'The review console' },
  ],
} as const;

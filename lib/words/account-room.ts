/** The room in which a person sees to the account, and the ways back into it. */

export const accountRoomWords = {
  title: 'Account',
  lead: 'What you are called here, and how you get in.',
  save: 'Save',
  saving: 'Saving',
  saved: 'Saved.',
  currentPassword: 'Current password',
  name: { title: 'Name' },
  email: {
    title: 'Email',
    now: (email: string) => `You sign in as ${email}.`,
    none: 'There is no address for this account yet.',
    next: 'New email address',
    submit: 'Change email',
    sent: (email: string) =>
      `If ${email} can be used, a link is on its way to it. Your address changes when you open the link here, signed in.`,
    fixed: 'No mail can be sent from here, so the address cannot be changed.',
  },
  password: {
    title: 'Password',
    next: 'New password',
    change: 'Change password',
    set: 'Set a password',
    changed:
      'Your password is changed. You stay signed in here; everywhere else you have to sign in again.',
    none: 'You have no password yet: you get in by another way. With one you can get in by either.',
  },
  ways: {
    title: 'Ways to sign in',
    password: 'Email and password',
    link: 'A link by mail',
    google: 'Google',
    github: 'GitHub',
  },
  everywhere: {
    title: 'Sessions',
    text: 'Signed in on a device that is not with you? This signs you out on all of them, and here.',
    submit: 'Sign out everywhere',
    busy: 'Signing out',
  },
  close: {
    title: 'Close account',
    text: 'What we keep of you, and how to close your account, is in a room of its own.',
    link: 'Your data',
  },
} as const;

export const forgotWords = {
  link: 'Forgotten your password?',
  title: 'Set a new password',
  lead: 'Tell us the email address of your account. We send you a link to set a new password.',
  noMail:
    'No mail can be sent from here, so there is no link either. Write to whoever runs Fitting Room.',
  submit: 'Send me a link',
  busy: 'Sending',
  sent: 'Look into your mail',
  sentText:
    'If there is an account with this address, a link is on its way. It works once, for an hour.',
  back: 'Back to sign in',
} as const;

export const resetWords = {
  title: 'Choose a new password',
  lead: 'Afterwards you are signed out everywhere and sign in with the new one.',
  next: 'New password',
  submit: 'Set password',
  busy: 'Setting it',
  over: 'This link is over',
  overText: 'It works once and for an hour. Ask for a new one.',
  again: 'Ask for a new link',
  done: 'Your new password is set. Sign in with it.',
} as const;

export const confirmWords = {
  title: 'One more step',
  lead: (email: string) => `Create the account for ${email}.`,
  askPassword: 'Type the password that you chose, since you are in another browser now.',
  password: 'Password',
  submit: 'Create account',
  busy: 'Creating your account',
  over: 'This link is over',
  overText: 'It works once and for a day. If you have no account yet, begin anew.',
  again: 'Create an account',
  mailed: 'Look into your mail',
  mailedText: (email: string) =>
    `We have written to ${email}. Open the link in the mail to go on; it works for a day.`,
} as const;

export const confirmEmailWords = {
  title: 'Change your email address',
  lead: (email: string) => `From now on you would sign in as ${email}.`,
  submit: 'Use this address',
  busy: 'Changing it',
  other: 'This link is for another account. Sign in to that one first.',
  signIn: 'Sign in',
  over: 'This link is over',
  overText: 'It works once and for a day. Ask for a new one in your account.',
  again: 'To your account',
} as const;

export const accountRefusals = {
  guest: 'Sign in first: a guest has no account.',
  wrongPassword: 'That is not your password.',
  signInAgain:
    'To be sure that it is you, sign out, sign in again, and do this within a quarter of an hour.',
  linkOver: 'This link is over. Ask for a new one.',
  otherAccount: 'This link is for another account.',
  sameEmail: 'That is your address already.',
  noMail: 'No mail can be sent from here.',
} as const;

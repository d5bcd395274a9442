/** What we write to people about their accounts. */

interface Mail {
  subject: string;
  text: string;
}

const shop = 'Fitting Room';
const notYou = 'Was it not you? Then do nothing, and nothing changes.';

const mail = (subject: string, ...parts: string[]): Mail => ({
  subject,
  text: `${parts.join('\n\n')}\n`,
});

export const registerMail = (link: string): Mail =>
  mail(
    `Create your ${shop} account`,
    'Open this link to create your account. It works once, for a day:',
    link,
    notYou,
  );

export const registeredAlreadyMail = (signIn: string, forgot: string): Mail =>
  mail(
    `You have a ${shop} account already`,
    'Somebody, probably you, wanted to create an account with this address. There is one already. Sign in to it here:',
    signIn,
    'If you do not know the password any more, set a new one:',
    forgot,
    notYou,
  );

export const resetMail = (link: string): Mail =>
  mail(
    `Set a new password for ${shop}`,
    'Open this link to set a new password. It works once, for an hour, and signs you out everywhere:',
    link,
    notYou,
  );

export const changeEmailMail = (link: string): Mail =>
  mail(
    `Use this address for ${shop}`,
    'Open this link, where you are signed in, to use this address for your account. It works once, for a day:',
    link,
    notYou,
  );

export const addressTakenMail = (signIn: string): Mail =>
  mail(
    `This address has a ${shop} account`,
    'Somebody, probably you, wanted to use this address for another account. It has one of its own already, so nothing was changed. Sign in to it here:',
    signIn,
  );

export const emailChangedMail = (): Mail =>
  mail(
    `Your ${shop} address was changed`,
    'This address opens the account no more, and everywhere but where it was changed you have to sign in again.',
    'Was it not you? Write to us at once.',
  );

export const passwordChangedMail = (forgot: string): Mail =>
  mail(
    `Your ${shop} password was changed`,
    'Everywhere but where it was changed you have to sign in again.',
    'Was it not you? Then set a new one at once:',
    forgot,
  );

import 'server-only';
import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { NextAuthOptions } from 'next-auth';
import type { AdapterUser } from 'next-auth/adapters';
import CredentialsProvider from 'next-auth/providers/credentials';
import EmailProvider from 'next-auth/providers/email';
import GoogleProvider from 'next-auth/providers/google';
import { db } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { proveEmail } from '#lib/server/repositories/credentials.ts';
import { findActor, isHere, isSuspended } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { checkPassword } from '#lib/server/use-cases/check-password.ts';
import { keepGuestsThings } from '#lib/server/use-cases/keep-guests-things.ts';
import { gitHubProvider } from './github-provider.ts';
import { takeMail } from './mail-limits.ts';
import { refusing } from './refusing.ts';
import { nowInSeconds, openSession, SESSION_LIFE_SECONDS } from './session-cookie.ts';

declare module 'next-auth' {
  interface User {
    sessionEpoch?: number;
  }
}

/** Which ways in there are beside email and password. */
export function signInMethods(): { google: boolean; github: boolean; email: boolean } {
  const configured = env();
  return {
    google: Boolean(configured.GOOGLE_CLIENT_ID && configured.GOOGLE_CLIENT_SECRET),
    github: Boolean(configured.GITHUB_CLIENT_ID && configured.GITHUB_CLIENT_SECRET),
    email: Boolean(configured.SMTP_URL),
  };
}

interface Came {
  /** The one of the request: when it is a guest's and somebody signs in, what the guest made moves along. */
  sessionCookie: string | undefined;
  /** Where from, as limits count it. */
  address: string;
}

export function authOptions({ sessionCookie, address }: Came): NextAuthOptions {
  const configured = env();
  const methods = signInMethods();
  const { createUser: create, ...adapter } = PrismaAdapter(db());
  return {
    secret: configured.NEXTAUTH_SECRET,
    adapter: {
      ...adapter,
      // Only from a link in a mail, or with an address that a service has seen the person to own.
      createUser: (user: Omit<AdapterUser, 'id'>) =>
        create({ ...user, emailVerified: user.emailVerified ?? new Date() }),
    },
    session: { strategy: 'jwt', maxAge: SESSION_LIFE_SECONDS },
    jwt: {
      // Whoever signs in is nobody yet, with whatever session. next-auth would add another's identity to
      // the account whose session it is, without a password: a way in that outlives every session.
      decode: async () => null,
    },
    // Its own would write addresses and links into the log.
    logger: {
      error: (code) => log.warn({ code }, 'a sign-in was not finished'),
      warn: () => {},
      debug: () => {},
    },
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in?sent=1' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (given) =>
          refusing(async () => {
            const answer = await checkPassword(given, address);
            if (answer.kind === 'wrong') return null;
            if (answer.kind !== 'right') return answer;
            return { id: answer.id, sessionEpoch: answer.sessionEpoch };
          }),
      }),
      ...(methods.google
        ? [
            GoogleProvider({
              clientId: configured.GOOGLE_CLIENT_ID ?? '',
              clientSecret: configured.GOOGLE_CLIENT_SECRET ?? '',
            }),
          ]
        : []),
      ...(methods.github
        ? [gitHubProvider(configured.GITHUB_CLIENT_ID ?? '', configured.GITHUB_CLIENT_SECRET ?? '')]
        : []),
      ...(methods.email
        ? [EmailProvider({ server: configured.SMTP_URL ?? '', from: configured.MAIL_FROM })]
        : []),
    ],
    callbacks: {
      // The token holds no more: role and suspension are read fresh for every request.
      jwt: ({ token, user }) =>
        user
          ? { sub: user.id, epoch: user.sessionEpoch, signedInAt: nowInSeconds() }
          : { sub: token.sub, epoch: token.epoch, signedInAt: token.signedInAt },
      session: ({ session }) => session,
      signIn: ({ user, account, profile, email }) =>
        refusing(async () => {
          if (email?.verificationRequest) {
            // Whoever asks for a link has not shown yet to be the person: everybody gets one.
            await takeMail('sign-in', user.email ?? '', address);
            return true;
          }
          if (await isSuspended(db(), user.id)) return { kind: 'suspended' };
          if (account?.type === 'email') {
            await transact((tx) => proveEmail(tx, user.id, new Date()));
          }
          return account?.type !== 'oauth' || isVerified(profile) || isHere(db(), user.id);
        }),
    },
    events: {
      async signIn({ user }) {
        const session = await openSession(sessionCookie);
        const before = session && (await findActor(db(), session));
        if (before?.isGuest) await keepGuestsThings(before.userId, user.id);
      },
    },
  };
}

/** Whether the service has seen the person to own the address. Both that we know say it in this way. */
const isVerified = (profile: object | undefined) =>
  profile !== undefined && 'email_verified' in profile && profile.email_verified === true;

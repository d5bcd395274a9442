import 'server-only';
import GitHubProvider, { type GithubProfile } from 'next-auth/providers/github';
import { z } from 'zod';

const EMAILS_URL = 'https://api.github.com/user/emails';
const TIMEOUT_MS = 10_000;

const emailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/**
 * GitHub's sign-in with the address that GitHub has seen the person to own. next-auth takes the first one
 * there is, proven or not.
 */
export function gitHubProvider(clientId: string, clientSecret: string) {
  return GitHubProvider({
    clientId,
    clientSecret,
    userinfo: {
      async request({ client, tokens }) {
        const profile = await client.userinfo<GithubProfile>(tokens.access_token ?? '');
        const email = await provenAddress(tokens.access_token ?? '');
        return { ...profile, email: email ?? undefined, email_verified: email !== null };
      },
    },
  });
}

async function provenAddress(token: string): Promise<string | null> {
  const answer = await fetch(EMAILS_URL, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) return null;
  const emails = emailsSchema.safeParse(await answer.json());
  return emails.data?.find(({ primary, verified }) => primary && verified)?.email ?? null;
}

import { signedMediaLink } from '#lib/server/http/signed-media-link.ts';
import { anybody, machines, rowOwner } from '../roles.ts';
import { row } from '../row.ts';

/** What is there for everybody, and for machines. */
export const publicRows = [
  row('GET /api/consent', anybody()),
  row('GET /api/garments', anybody()),
  row('GET /api/garments/[slug]', anybody(), ({ offered }) => ({ params: { slug: offered.slug } })),
  row('GET /api/house-models', anybody()),
  row('GET /api/health/live', anybody()),
  row('GET /api/health/ready', anybody()),
  row('GET /api/session', anybody()),
  row('POST /api/session/guest', anybody()),
  row('POST /api/visits', anybody(204), ({ offered }) => ({
    json: { garment: offered.slug, step: 'view' },
  })),
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) =>
    row(`${method} /api/[...none]`, machines(), () => ({ params: { none: ['no', 'such-route'] } })),
  ),
  row('GET /sign-in/done', anybody(307)),
  row('GET /api/auth/[...nextauth]', anybody(), () => ({ params: { nextauth: ['csrf'] } })),
  // Without its token nobody is signed out, and everybody is asked whether it is meant.
  row('POST /api/auth/[...nextauth]', anybody(302), () => ({
    params: { nextauth: ['signout'] },
    json: {},
  })),
  // Whoever has the link has the look.
  row('GET /api/shares/[token]/picture', anybody(), async ({ shareLink, shown }) => ({
    params: { token: (await shareLink({ lookId: shown.mediaId })).token },
  })),
  row('GET /api/cron/try-ons', machines()),
  row('GET /api/metrics', machines()),
  row('GET /api/media/[id]', anybody(), ({ picture }) => ({ params: { id: picture.mediaId } }), {
    what: 'a garment’s picture',
  }),
  row(
    'GET /api/media/[id]',
    { ...rowOwner(), nobody: 'not_found' },
    ({ shown }) => ({ params: { id: shown.mediaId } }),
    { what: 'a shopper’s photo' },
  ),
  row(
    'GET /api/media/[id]',
    anybody(),
    ({ shown }) => ({
      params: { id: shown.mediaId },
      query: queryOf(signedMediaLink(shown.mediaId, new Date())),
    }),
    { what: 'a shopper’s photo by the provider’s link' },
  ),
  row(
    'GET /api/media/[id]',
    machines(),
    ({ shown }) => {
      const { signature } = queryOf(signedMediaLink(shown.mediaId, new Date()));
      return {
        params: { id: shown.mediaId },
        query: { expires: String(Date.now() + 86_400_000), signature: signature ?? '' },
      };
    },
    { what: 'a shopper’s photo by a link made longer' },
  ),
];

const queryOf = (link: string) =>
  Object.fromEntries(new URL(link, 'http://localhost').searchParams);

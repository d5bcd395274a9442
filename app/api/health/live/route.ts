import { defineRoute } from '#lib/server/http/define-route.ts';

/** The process answers. */
export const GET = defineRoute({ auth: 'public', handle: async () => ({ status: 'live' }) });

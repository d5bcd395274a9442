import { defineRoute } from '#lib/server/http/define-route.ts';

export const GET = defineRoute({ auth: 'public', handle: async ({ actor }) => actor });

import { defineRoute } from '#lib/server/http/define-route.ts';
import { getBag } from '#lib/server/use-cases/get-bag.ts';

export const GET = defineRoute({ auth: 'person', handle: ({ actor }) => getBag(actor) });

import { defineRoute } from '#lib/server/http/define-route.ts';
import { listHouseModels } from '#lib/server/use-cases/list-house-models.ts';

export const GET = defineRoute({
  auth: 'public',
  handle: async () => ({ items: await listHouseModels() }),
});

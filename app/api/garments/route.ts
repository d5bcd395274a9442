import { garmentListQuery } from '#lib/contracts/garment.ts';
import { parseBrowse } from '#lib/domain/browse.ts';
import { currentVisitor } from '#lib/server/auth/current-visitor.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listGarments } from '#lib/server/use-cases/list-garments.ts';

export const GET = defineRoute({
  auth: 'public',
  query: garmentListQuery,
  handle: async ({ query: { cursor, limit, ...filters } }) =>
    listGarments({ ...parseBrowse(filters), cursor, limit, counted: true }, await currentVisitor()),
});

import { peopleQuery } from '#lib/contracts/people.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listPeople } from '#lib/server/use-cases/list-people.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: peopleQuery,
  handle: ({ actor, query }) => listPeople(actor, query),
});

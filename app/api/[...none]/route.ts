import { AppError } from '#lib/server/http/app-error.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';

/** Where there is no route: as a problem, and not as a page. */
const none = defineRoute({
  auth: 'public',
  handle: async () => {
    throw new AppError('not_found');
  },
});

export { none as DELETE, none as GET, none as PATCH, none as POST, none as PUT };

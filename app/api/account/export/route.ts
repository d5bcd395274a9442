import { defineRoute } from '#lib/server/http/define-route.ts';
import { exportPersonalData } from '#lib/server/use-cases/export-personal-data.ts';

export const GET = defineRoute({
  auth: 'person',
  rate: { name: 'personal-data', points: 10, perSeconds: 3_600 },
  handle: async ({ actor }) =>
    new Response(await exportPersonalData(actor), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="fitting-room-data.zip"',
        'cache-control': 'private, no-store',
      },
    }),
});

import { env } from '#lib/server/env.ts';
import { assertBearer } from '#lib/server/http/assert-bearer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { renderMetrics } from '#lib/server/operations/render-metrics.ts';

/** For Prometheus, with METRICS_TOKEN; without one there is no such page. */
export const GET = defineRoute({
  auth: 'public',
  handle: async ({ request }) => {
    assertBearer(request, env().METRICS_TOKEN);
    const { text, contentType } = await renderMetrics();
    return new Response(text, {
      headers: { 'content-type': contentType, 'cache-control': 'no-store' },
    });
  },
});

import { measurementsBody } from '#lib/contracts/measurements.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { forgetMeasurements } from '#lib/server/use-cases/forget-measurements.ts';
import { getMeasurements } from '#lib/server/use-cases/get-measurements.ts';
import { saveMeasurements } from '#lib/server/use-cases/save-measurements.ts';

export const GET = defineRoute({
  auth: 'person',
  handle: async ({ actor }) => getMeasurements(actor),
});

export const PUT = defineRoute({
  auth: 'person',
  body: measurementsBody,
  rate: { name: 'measurements', points: 60, perSeconds: 600 },
  handle: async ({ actor, body }) => saveMeasurements(actor, body),
});

export const DELETE = defineRoute({
  auth: 'person',
  handle: async ({ actor }) => {
    await forgetMeasurements(actor);
    return new Response(null, { status: 204 });
  },
});

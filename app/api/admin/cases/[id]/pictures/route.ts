import { caseParams, casePictureBody } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { showCasePicture } from '#lib/server/use-cases/show-case-picture.ts';

export const POST = defineRoute({
  auth: 'admin',
  rate: { name: 'case-picture', points: 60, perSeconds: 600 },
  params: caseParams,
  body: casePictureBody,
  handle: ({ actor, params, body }) => showCasePicture(actor, params.id, body),
});

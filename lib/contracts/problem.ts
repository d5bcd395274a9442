import { z } from 'zod';

/** RFC 9457 `application/problem+json`, with our machine-readable `code`. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string().optional(),
  /** For forms: what is wrong with which field. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type ProblemDetails = z.infer<typeof problemDetails>;

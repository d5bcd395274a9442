import 'server-only';
import { publicUrl } from '#lib/server/http/public-url.ts';

/** Where whoever is told of an alert sees what is wrong. */
export const alertLink = (): string => publicUrl('/admin/operations');

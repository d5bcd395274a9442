import 'server-only';
import { env } from '#lib/server/env.ts';

/** The absolute address under which others know this page, for search engines and previews. */
export const publicUrl = (path: string): string => new URL(path, env().NEXTAUTH_URL).href;

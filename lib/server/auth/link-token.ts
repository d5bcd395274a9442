import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** What makes a link a key: 192 random bits, which stand in the link alone. */
export const newLinkToken = () => randomBytes(24).toString('base64url');

/** What is kept of it: a stolen database opens no door. */
export const linkTokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

import { uuid7 } from '#lib/domain/uuid7.ts';

/** For a row that the browser names before the server knows of it. */
export const newId = (): string => uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

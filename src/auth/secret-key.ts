import { createHash, randomBytes } from 'node:crypto';

/** A key that nobody can guess: 256 random bits, in characters that a cookie may hold. */
export const newKey = (): string => randomBytes(32).toString('base64url');

/** What is kept of a key: whoever reads the database cannot use it. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest();

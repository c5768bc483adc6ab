import { createHash } from 'node:crypto';
import type { CreateRateLimitOptions, RateLimitOptions, RateLimitPluginOptions } from '@fastify/rate-limit';
import type { Route } from '../route.ts';
import { sessionCookieName } from './session-cookie.ts';

/** Requests in a minute. A whole council may come from one address. */
const A_MINUTE = {
  /** Passwords are slowed far more than this, account by account; this keeps a flood from the database. */
  password: 60,
  /** Everybody signs in on the morning of the deadline. */
  signIn: 600,
  /** Files and exports. */
  file: 300,
  /** Calendars and spreadsheets come back by themselves. */
  feed: 300,
} as const;
type Kind = keyof typeof A_MINUTE;

/** For `server.register(rateLimit, rateLimits)`: nothing is limited but what a route says, counted in memory. */
export const rateLimits: RateLimitPluginOptions = {
  global: false,
  cache: 10_000,
  errorResponseBuilder: (_request, { statusCode, ttl }) =>
    Object.assign(
      new Error(
        `Too many requests have come from where you are. Wait ${Math.ceil(ttl / 1000)} seconds and try again.`,
      ),
      { statusCode },
    ),
};

/** For `config: { rateLimit: rateLimitOf(route) }`; false where a route needs none. */
export function rateLimitOf({ method, path }: Pick<Route, 'method' | 'path'>): RateLimitOptions | false {
  const kind = kindOf(method, path);
  return kind === null ? false : limited(kind);
}

export const limited = (kind: Kind): RateLimitOptions => ({
  max: A_MINUTE[kind],
  timeWindow: 60_000,
  groupId: kind,
});

/**
 * One person's share of the files of their address, for `server.createRateLimit`. To be asked once the session is known
 * to be one: a made-up cookie would have a share of its own.
 */
export const fileLimitOfSession = (secure: boolean): CreateRateLimitOptions => ({
  max: 30,
  timeWindow: 60_000,
  keyGenerator: (request) =>
    createHash('sha256')
      .update(request.cookies[sessionCookieName(secure)] ?? request.ip)
      .digest('hex'),
});

function kindOf(method: string, path: string): Kind | null {
  if (method === 'POST' && path.startsWith('/sign-in')) return 'password';
  if (path.startsWith('/sign-in')) return 'signIn';
  if (/\/(calendar|feed)\b|\.ics$/.test(path)) return 'feed';
  if (/\/(download|export|file)s?\b|\.(csv|xlsx|docx|pdf|json)$/.test(path)) return 'file';
  return null;
}

import type { FastifyRequest } from 'fastify';
import { readSession } from '../auth/sessions.ts';
import { dayIn } from '../domain/period/of-day.ts';
import { authorityKnown } from '../workflow/queries/authority-now.ts';
import { knownNow } from '../workflow/remembered/known-now.ts';
import type { Asked, UploadedFile } from './route.ts';
import { sessionCookieName } from './security/session-cookie.ts';

export type World = Pick<Asked, 'store' | 'authority' | 'settings'>;

export const NOTICE = 'outturn-notice';

/** What came with a form: fields as text, and files where the route takes them. */
export interface Posted {
  form: URLSearchParams;
  files: Readonly<Record<string, readonly UploadedFile[]>>;
}

/** A request as pages know it: who asks, when, and what they sent. */
export async function askedOf(request: FastifyRequest, world: World): Promise<Asked> {
  const { store, settings } = world;
  const { code } = world.authority;
  const now = settings.now();
  const token = request.cookies?.[sessionCookieName(settings.secure)];
  const [known, session] = await Promise.all([
    knownNow(store, code),
    token === undefined ? null : readSession(store, code, token, now, settings.sessions),
  ]);
  // Its name, its rules and its colours may have changed since the server began.
  const present = await authorityKnown(known);
  const authority = present?.authority ?? world.authority;
  const [path = '/', search = ''] = request.url.split('?', 2);
  const body = request.body as Posted | undefined;
  return {
    ...world,
    known,
    authority,
    branding: present?.branding ?? null,
    session: token ?? null,
    person: session?.person ?? null,
    actors: session === null ? ['public'] : session.person.roles,
    now,
    today: dayIn(now, authority.timeZone),
    path,
    params: (request.params ?? {}) as Record<string, string>,
    query: new URLSearchParams(search),
    form: body?.form ?? new URLSearchParams(),
    files: body?.files ?? {},
    csrf: session?.csrf ?? null,
    scripted: request.headers['x-requested-with'] === 'outturn',
    address: request.ip,
    agent: String(request.headers['user-agent'] ?? ''),
    notice: request.cookies?.[NOTICE] ?? null,
    requestId: request.id,
  };
}

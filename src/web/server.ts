import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Authority } from '../domain/organisation/organisation.ts';
import { can, hasRow } from '../domain/permission/can.ts';
import { authorityNow } from '../workflow/queries/authority-now.ts';
import { nextRelease, publicMark } from '../workflow/queries/public-mark.ts';
import { Refused } from '../workflow/refused.ts';
import { answering } from '../workflow/remembered/turns.ts';
import type { Store } from '../workflow/store.ts';
import { askedOf, type World } from './asked-of.ts';
import { brandSheet } from './assets/brand.ts';
import { icon } from './assets/icon.ts';
import { script } from './assets/script.ts';
import { styleSheet } from './assets/style-sheet.ts';
import {
  failurePage,
  forbiddenPage,
  notFoundPage,
  notNowPage,
  outOfDatePage,
} from './pages/problem/problem.tsx';
import { KeptAnswers } from './public-site/kept-answers.ts';
import type { Answer, Asked, Route } from './route.ts';
import { routes } from './routes.ts';
import { forgeryIn } from './security/forgery.ts';
import { FORM_LIMIT, readForms, readParts } from './security/form-parsers.ts';
import { securityHeaders } from './security/headers.ts';
import { keepForm } from './security/kept-form.ts';
import { rateLimitOf, rateLimits } from './security/rate-limit.ts';
import { send } from './send.ts';
import type { ServerSettings } from './settings.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The web application on one authority of a database.
 *
 * @param begin adds what must come before everything else
 * @throws where a route's action has no row in the policy table
 */
export async function buildServer(
  store: Store,
  authority: Authority,
  settings: ServerSettings,
  all: readonly Route[] = routes,
  begin: (server: FastifyInstance) => void = () => {},
): Promise<FastifyInstance> {
  const world = { store, authority, settings };
  const kept = keptFor(world);
  const server = fastify({
    bodyLimit: FORM_LIMIT,
    // One proxy stands in front where people come by https: what it says of the sender counts, and nothing before it.
    trustProxy: settings.secure ? (_address: string, hop: number) => hop === 0 : false,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 300 },
  });
  begin(server);
  await server.register(cookie);
  await server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await server.register(rateLimit, rateLimits);
  await readForms(server);
  server.addHook('onRequest', async (_request, reply) => {
    reply.raw.once('close', answering());
    reply.headers(securityHeaders(settings.secure));
  });
  addAssets(server, world);
  for (const route of all) {
    if (!hasRow(route.action)) {
      throw new Error(
        `${route.method} ${route.path} needs "${route.action}", which the policy table has no row for.`,
      );
    }
    if (route.isPublic && !can(['public'], route.action, { relation: 'other', state: null })) {
      throw new Error(
        `${route.path} is kept for everybody, whom the policy table does not allow "${route.action}".`,
      );
    }
    const limit = rateLimitOf(route);
    server.route({
      method: route.method,
      url: route.path,
      ...(limit === false ? {} : { config: { rateLimit: limit } }),
      handler: (request, reply) => answer(request, reply, route, world, kept),
    });
  }
  server.setNotFoundHandler(async (request, reply) =>
    send(reply, notFoundPage(await askedOf(request, world)), settings),
  );
  server.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const asked = await askedOf(request, world);
    if (error instanceof Refused) return send(reply, refusal(asked, error), settings);
    const status = error.statusCode ?? 500;
    if (status >= 500) settings.log(`${request.id} ${request.method} ${asked.path}\n${error.stack}`);
    return send(reply, failurePage(asked, { status, requestId: request.id, why: error.message }), settings);
  });
  return server;
}

function addAssets(server: FastifyInstance, world: World): void {
  server.get('/assets/outturn.css', (_request, reply) =>
    reply.header('cache-control', FOR_EVER).type('text/css; charset=utf-8').send(styleSheet().text),
  );
  // Its address changes with the colours; without any it is empty.
  server.get('/assets/brand.css', async (_request, reply) => {
    const branding = (await authorityNow(world.store, world.authority.code))?.branding ?? null;
    const text = branding === null ? '' : brandSheet(branding).text;
    return reply.header('cache-control', 'public, max-age=300').type('text/css; charset=utf-8').send(text);
  });
  server.get('/assets/outturn.js', (_request, reply) =>
    reply.header('cache-control', FOR_EVER).type('text/javascript; charset=utf-8').send(script().text),
  );
  server.get('/assets/icon.svg', (_request, reply) =>
    reply.header('cache-control', FOR_EVER).type('image/svg+xml').send(icon),
  );
  server.get('/livez', (_request, reply) => reply.type('text/plain').send('alive'));
}

const keptFor = ({ store, authority: { code }, settings }: World): KeptAnswers =>
  new KeptAnswers({
    now: settings.now,
    ticks: () => performance.now(),
    mark: () => publicMark(store, code),
    nextRelease: (now) => nextRelease(store, code, now),
    seconds: settings.publicSeconds ?? 5,
  });

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  world: World,
  kept: KeptAnswers,
) {
  const { settings } = world;
  // Without a cookie there is nobody to know, and without a question after the address there is one answer for all.
  if (route.isPublic && request.headers.cookie === undefined && !request.url.includes('?')) {
    const work = async () => route.handle(await askedOf(request, world));
    return send(reply, await kept.answer(request.url, work), settings);
  }
  if (route.method === 'POST') reply.raw.once('close', () => kept.lookAgain());
  let asked = await askedOf(request, world);
  if (request.isMultipart?.()) {
    // Files are read only where a route takes them, and only from somebody who may send them.
    const refused = route.takesFiles ? await refusedBy(asked, route, request.url) : outOfDatePage(asked);
    if (refused !== null) return send(reply, refused, settings);
    asked = { ...asked, ...(await readParts(request)) };
  }
  if (route.method === 'POST' && isForged(request, asked)) return send(reply, outOfDatePage(asked), settings);
  const refused = await refusedBy(asked, route, request.url);
  return send(reply, refused ?? (await route.handle(asked)), settings);
}

const isForged = (request: FastifyRequest, asked: Asked): boolean =>
  forgeryIn({
    fetchSite: request.headers['sec-fetch-site'] as string | undefined,
    origin: request.headers.origin,
    own: [asked.settings.publicAddress, `${request.protocol}://${request.host}`],
    posted: asked.form.get('_csrf'),
    expected: asked.csrf,
  }) !== null;

/** What somebody gets whom the policy table has no row for; null where they may. */
async function refusedBy(asked: Asked, route: Route, url: string): Promise<Answer | null> {
  const subject =
    route.subject === undefined ? { relation: 'other' as const, state: null } : await route.subject(asked);
  if (subject !== null && can(asked.actors, route.action, subject)) return null;
  if (asked.person === null) return route.method === 'POST' ? keepForm(asked) : signInFirst(url);
  return subject === null ? notFoundPage(asked) : forbiddenPage(asked);
}

const signInFirst = (url: string): Answer => ({
  kind: 'redirect',
  to: `/sign-in?next=${encodeURIComponent(url)}`,
});

/** What a use case refuses and no page has put beside a form. */
const refusal = (asked: Asked, refused: Refused): Answer =>
  refused.kind === 'notAllowed' ? forbiddenPage(asked) : notNowPage(asked, refused);

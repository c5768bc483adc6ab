import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../src/demo/authority.ts';
import { can, type Subject } from '../../src/domain/permission/can.ts';
import type { Actor, Relation } from '../../src/domain/permission/policy.ts';
import { type UpdateState, updateStates } from '../../src/domain/round/update.ts';
import { measureAddress, periodAddress } from '../../src/web/addresses.ts';
import type { Route } from '../../src/web/route.ts';
import { routes } from '../../src/web/routes.ts';
import { buildServer } from '../../src/web/server.ts';
import { hiddenFields } from '../journeys/web/browser.ts';
import { DemoSite } from '../journeys/web/demo-site.ts';
import { actors, idOf, period, relations, type Stage, setStage } from './permission/cast.ts';

const REACHED = 'the page was reached';
const site = new DemoSite();
/** Every route of the site with nothing behind it, once with a subject of the test's own, once with its real one. */
let posed: FastifyInstance;
let real: FastifyInstance;
let subject: Subject | null = null;
let stage: Stage;
const who = new Map<Actor, { cookie: string; token: string | null }>();

beforeAll(async () => {
  await site.begin();
  stage = await setStage(site.store);
  const bare = routes.map((route) => ({
    ...route,
    handle: async () => ({ kind: 'page', html: REACHED }) as const,
  }));
  const withPosed = bare.map((route) => (route.subject ? { ...route, subject: async () => subject } : route));
  real = await buildServer(site.store, authority, site.settings, bare);
  posed = await buildServer(site.store, authority, site.settings, withPosed);
  for (const actor of actors) {
    if (actor === 'public') {
      who.set(actor, { cookie: '', token: null });
      continue;
    }
    const browser = await site.signIn(idOf(actor));
    const token = hiddenFields((await browser.get('/account')).html, '/account')._csrf!;
    who.set(actor, { cookie: `outturn=${browser.cookie()}`, token });
  }
});
afterAll(async () => {
  await posed?.close();
  await real?.close();
  await site.end();
});

let asked = 0;
type Verdict = 'reached' | 'sign in' | 'forbidden' | 'not found' | `status ${number}`;

async function ask(
  server: FastifyInstance,
  route: Route,
  actor: Actor,
  { path = route.path.replace(/:\w+/g, 'x'), token = who.get(actor)!.token } = {},
): Promise<Verdict> {
  asked += 1;
  const answer = await server.inject({
    method: route.method,
    url: path,
    // An address of its own for each: limits on requests are another test's business.
    remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
    headers: { host: 'outturn.test', cookie: who.get(actor)!.cookie },
    ...(route.method === 'GET'
      ? {}
      : {
          headers: {
            host: 'outturn.test',
            cookie: who.get(actor)!.cookie,
            origin: 'http://outturn.test',
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload: token === null ? '' : `_csrf=${token}`,
        }),
  });
  if (answer.body === REACHED) return 'reached';
  if (answer.statusCode === 303 && String(answer.headers.location).startsWith('/sign-in')) return 'sign in';
  if (answer.statusCode === 403) return 'forbidden';
  if (answer.statusCode === 404) return 'not found';
  return `status ${answer.statusCode}`;
}

/** What the policy table says, and nothing else. */
const expected = (actor: Actor, route: Route, about: Subject): Verdict =>
  can([actor], route.action, about) ? 'reached' : actor === 'public' ? 'sign in' : 'forbidden';

const nothingInParticular: Subject = { relation: 'other', state: null };
const every: readonly Subject[] = relations.flatMap((relation) =>
  [null, ...updateStates].map((state) => ({ relation, state })),
);

describe.each(actors)('every route as %s', (actor) => {
  it('is open or closed as the policy table says, in every relation and state', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      for (const about of route.subject ? every : [nothingInParticular]) {
        subject = about;
        const verdict = await ask(posed, route, actor);
        if (verdict !== expected(actor, route, about)) {
          wrong.push(`${route.method} ${route.path} (${about.relation}, ${about.state}): ${verdict}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('does not say whether a thing is there that is not', async () => {
    subject = null;
    for (const route of routes.filter(({ subject: has }) => has)) {
      const verdict = await ask(posed, route, actor);
      expect(`${route.path}: ${verdict}`).toBe(
        `${route.path}: ${actor === 'public' ? 'sign in' : 'not found'}`,
      );
    }
  });

  it.skipIf(actor === 'public')(
    'takes no form without the token, or with that of somebody else',
    async () => {
      subject = nothingInParticular;
      const others = who.get(actor === 'viewer' ? 'approver' : 'viewer')!.token!;
      for (const route of routes.filter(({ method }) => method === 'POST')) {
        for (const token of ['', others]) {
          expect(`${route.path}: ${await ask(posed, route, actor, { token })}`).toBe(
            `${route.path}: forbidden`,
          );
        }
      }
    },
  );
});

/** One route for each way of finding what it is about and each action: the others are answered by the same lines. */
const ways = [...new Set(routes.map(({ subject: way }) => way))];
const aboutMeasures = [
  ...new Map(
    routes
      // A measure of an edition is about the edition: it is read by whoever may read that.
      .filter(({ path, subject: has }) => has && path.includes(':measure') && !path.includes(':edition'))
      .map((route) => [
        `${ways.indexOf(route.subject)} ${route.action} ${route.path.includes(':period')}`,
        route,
      ]),
  ).values(),
];

describe.each(actors)('every route about a measure as %s', (actor) => {
  it('finds how the person stands to the measure, and its state, by itself', async () => {
    const wrong: string[] = [];
    for (const route of aboutMeasures) {
      for (const [key, measure] of stage) {
        const [relation, state] = key.split(' ') as [Relation, UpdateState];
        const about = { relation, state: route.path.includes(':period') ? state : null };
        const path = route.path
          .replace(':period', periodAddress(period))
          .replace(':measure', measureAddress(measure))
          .replace(/:\w+/g, 'x');
        const verdict = await ask(real, route, actor, { path });
        if (verdict !== expected(actor, route, about)) {
          wrong.push(`${route.method} ${route.path} (${relation}, ${state}): ${verdict}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('there are such routes', () => {
  expect(aboutMeasures.length).toBeGreaterThan(2);
  expect(stage.size).toBe(relations.length * updateStates.length);
});

import type { Route } from '../../../src/web/route.ts';
import { elements, parseHtml } from '../../tools/html-tree.ts';
import type { Browser } from './browser.ts';

/** A page as somebody came to it: the first of its kind that they were led to. */
export interface Visit {
  route: Route;
  path: string;
  status: number;
  /** What was served; null for a file, and where it only led on. */
  html: string | null;
}

export interface Crawl {
  visits: readonly Visit[];
  /** Links to an address of ours that is no route. */
  dead: readonly string[];
}

/** The route that an address means: one without parameters before one with. */
export function routeOf(routes: readonly Route[], path: string): Route | null {
  const parts = path.split('/');
  const fitting = routes.filter((route) => {
    const pattern = route.path.split('/');
    return (
      route.method === 'GET' &&
      pattern.length === parts.length &&
      pattern.every((part, index) => (part.startsWith(':') ? parts[index] !== '' : part === parts[index]))
    );
  });
  const parameters = (route: Route) => route.path.split(':').length;
  return fitting.sort((a, b) => parameters(a) - parameters(b))[0] ?? null;
}

/**
 * Follows the links from the start page, to one page of each kind. Nothing is posted. `further` are pages that a form
 * leads to, for whoever may see them.
 */
export async function crawl(
  browser: Browser,
  routes: readonly Route[],
  further: readonly string[] = [],
): Promise<Crawl> {
  const visits = new Map<Route, Visit>();
  const dead = new Set<string>();
  const waiting = ['/', '/sign-in', '/account', ...further].map((path) => ({ path, from: 'the start' }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, from } = next;
    const [bare = ''] = path.split(/[?#]/);
    const route = routeOf(routes, bare);
    if (route === null) {
      if (!/^\/(assets\/|livez)/.test(bare)) dead.add(`${bare} (from ${from})`);
      continue;
    }
    if (visits.has(route)) continue;
    const seen = await browser.get(path);
    if (further.includes(path) && (seen.status >= 400 || new URL(seen.url).pathname !== bare)) continue;
    const isPage = (seen.headers.get('content-type') ?? '').startsWith('text/html');
    const here = new URL(seen.url);
    const ledOn = here.pathname !== bare;
    visits.set(route, { route, path, status: seen.status, html: isPage && !ledOn ? seen.html : null });
    if (!isPage) continue;
    if (ledOn) {
      waiting.unshift({ path: here.pathname + here.search, from: path });
      continue;
    }
    for (const link of elements(parseHtml(new TextEncoder().encode(seen.html)), 'a')) {
      const to = new URL(String(link.properties.href ?? ''), here);
      if (to.origin === here.origin && to.pathname !== '/') {
        waiting.push({ path: to.pathname + to.search, from: here.pathname });
      }
    }
  }
  return { visits: [...visits.values()], dead: [...dead] };
}

/** What a page is made of: the kinds of elements in it. Two pages of one kind differ in their texts only. */
export const kindsIn = (html: string): string[] => {
  const all = [...html.matchAll(/<([a-z][\w]*)([^>]*)>/g)].map(([, tag, attributes = '']) => {
    const kind = /class="([^"]*)"/.exec(attributes)?.[1] ?? '';
    return `${tag} ${kind} ${/type="([^"]*)"/.exec(attributes)?.[1] ?? ''}`;
  });
  return [...new Set(all)].sort();
};

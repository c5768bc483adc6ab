import type { FastifyInstance } from 'fastify';

/** Where the server under test is, as its people type it. */
export const site = 'http://outturn.test';

export interface Seen {
  url: string;
  status: number;
  html: string;
  headers: Headers;
  /** Addresses on the way here, the first one asked first. */
  way: string[];
}

/** A browser as far as sign-in needs one: cookies by site, redirects, and forms that carry what the page gave them. */
export class Browser {
  readonly cookies = new Map<string, Map<string, string>>();
  readonly server: FastifyInstance;
  agent = 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/130.0';
  /** Stops before the address that begins so, and says it: to see what is in it, or to give it to somebody else. */
  stopBefore: string | null = null;

  constructor(server: FastifyInstance) {
    this.server = server;
  }

  cookie(name = 'outturn'): string | undefined {
    return this.cookies.get(site)?.get(name);
  }

  get = (address: string, headers: Record<string, string> = {}) => this.#go('GET', address, null, headers);

  post = (address: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    this.#go('POST', address, new URLSearchParams(form), headers);

  /** Fills in the form of a page that goes to an address, and sends it. */
  async send(page: Seen, action: string, typed: Record<string, string> = {}): Promise<Seen> {
    return this.post(action, { ...hiddenFields(page.html, action), ...typed });
  }

  async #go(method: string, address: string, body: URLSearchParams | null, headers: Record<string, string>) {
    const way: string[] = [];
    let url = new URL(address, site);
    for (let step = 0; step < 20; step++) {
      way.push(url.href);
      const from = method === 'POST' && step === 0 ? { 'sec-fetch-site': 'same-origin', origin: site } : {};
      const asked = { method: step === 0 ? method : 'GET', body: step === 0 ? body : null };
      const got = await this.#ask(url, { ...asked, headers: { ...from, ...headers } });
      this.#keepCookies(url.origin, got.headers);
      const to = got.headers.get('location');
      if (to === null || got.status < 300 || got.status > 399) return { ...got, url: url.href, way };
      url = new URL(to, url);
      if (this.stopBefore !== null && url.href.startsWith(this.stopBefore))
        return { ...got, url: url.href, way };
    }
    throw new Error(`round in circles: ${way.join(' ')}`);
  }

  async #ask(
    url: URL,
    {
      method,
      body,
      headers,
    }: { method: string; body: URLSearchParams | null; headers: Record<string, string> },
  ) {
    const cookie = [...(this.cookies.get(url.origin) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const sent = {
      ...(cookie === '' ? {} : { cookie }),
      ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      'user-agent': this.agent,
      ...headers,
    };
    if (url.origin !== site) {
      const answer = await fetch(url, { method, headers: sent, body, redirect: 'manual' });
      return { status: answer.status, headers: answer.headers, html: await answer.text() };
    }
    const answer = await this.server.inject({
      method: method as 'GET',
      url: url.pathname + url.search,
      headers: { host: url.host, ...sent },
      ...(body === null ? {} : { payload: body.toString() }),
    });
    const received = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const one of [value].flat()) if (one !== undefined) received.append(name, String(one));
    }
    return { status: answer.statusCode, headers: received, html: answer.body };
  }

  #keepCookies(origin: string, headers: Headers): void {
    const held = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, held);
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const isGone = /;\s*max-age=0\b/i.test(line) || /expires=thu, 01 jan 1970/i.test(line);
      if (isGone) held.delete(pair.slice(0, at));
      else held.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

/** The hidden fields of the form on a page that goes to an address. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const forms = html.split('<form').slice(1);
  const form = forms.find((one) => one.includes(`action="${action}"`))?.split('</form>')[0];
  if (form === undefined) throw new Error(`no form goes to ${action}`);
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input(?:\s+[\w-]+="[^"]*")*\s*\/>/g)) {
    if (!tag.includes('type="hidden"')) continue;
    fields[/name="([^"]*)"/.exec(tag)![1]!] = asText(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  return fields;
}

const asText = (escaped: string): string =>
  escaped.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

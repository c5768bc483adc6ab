import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import { runHere } from '../cli/run-here.ts';
import type { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
/** Holds what is written as JSON back until it is told to go on. */
let goOn: (() => void) | null = null;
const slow = {
  ...RENDERERS,
  json: async () => {
    const render = await RENDERERS.json!();
    return async (...given: Parameters<typeof render>) => {
      if (isHeld) await new Promise<void>((resolve) => (goOn = resolve));
      return render(...given);
    };
  },
};
let isHeld = false;
let folder = '';
let reader: Browser;
let colin: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outturn-past-'));
  await site.begin({ renderers: slow });
  reader = await site.signIn('raymond.tuck');
  colin = await site.signIn('colin.webb');
});
afterAll(async () => {
  await site.end();
  rmSync(folder, { recursive: true, force: true });
});

const bytesOf = async (browser: Browser, url: string) => {
  const { statusCode, rawPayload, headers } = await site.server.inject({
    url,
    headers: { cookie: `outturn=${browser.cookie()}` },
  });
  return { status: statusCode, bytes: rawPayload, headers };
};
const links = (html: string) =>
  [...html.matchAll(/href="([^"]*\/(?:files|cover)\/[^"]*)"/g)].map(([, href]) =>
    href!.replaceAll('&amp;', '&'),
  );
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const past = '/scorecard/2018-19-Q2?as-at=1/11/2018';
const formats = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'];

describe('reports as known on a past day', () => {
  it('are offered beside the figures in every format, the cover report only to those who write it', async () => {
    const ofReader = links((await reader.get(past)).html);
    expect(ofReader).toEqual(
      ['scorecard', 'improvement'].flatMap((kind) =>
        formats.map(
          (format) => `/scorecard/2018-19-Q2/files/${kind}.${format}?scorecard=council&as-at=2018-11-01`,
        ),
      ),
    );
    const ofColin = links((await colin.get(past)).html);
    expect(ofColin.filter((href) => href.startsWith('/cover/'))).toHaveLength(6);
    expect((await bytesOf(reader, ofColin.at(-1)!)).status).toBe(403);
    expect(links((await reader.get('/scorecard/2018-19-Q2')).html)).toEqual([]);
  });

  it.each(['improvement', 'scorecard', 'cabinet'])(
    'are the bytes that the command line writes for the day: %s in six formats',
    async (kind) => {
      const out = join(folder, kind);
      const { dataDirectory } = site.database as { dataDirectory: string };
      const args = ['report', kind, '--period', '2018-19/Q2', '--as-at', '2018-11-01'];
      const ended = await runHere([
        ...args,
        '--format',
        formats.join(','),
        '--out',
        out,
        '--json',
        '--data',
        dataDirectory,
      ]);
      expect(ended.err).toBe('');
      const written = (JSON.parse(ended.out) as { files: { path: string }[] }).files;
      for (const { path } of written) {
        const format = path.split('.').at(-1)!;
        const address =
          kind === 'cabinet' ? `/cover/2018-19-Q2/cabinet` : `/scorecard/2018-19-Q2/files/${kind}`;
        const file = await bytesOf(colin, `${address}.${format}?as-at=2018-11-01`);
        expect([format, file.status, hash(file.bytes)]).toEqual([format, 200, hash(readFileSync(path))]);
        if (format !== 'html') {
          expect(file.headers['content-disposition']).toContain(`-as-at-2018-11-01.${format}"`);
        }
      }
      expect(written).toHaveLength(6);
    },
  );

  it('say what was known then: the figure that was corrected later as it stood', async () => {
    const csv = async (day: string) =>
      (await bytesOf(reader, `/scorecard/2018-19-Q2/files/scorecard.csv?as-at=${day}`)).bytes.toString();
    expect(await csv('2018-11-01')).toMatch(/IG\/20.*88\.7/);
    expect(await csv('2019-01-08')).toMatch(/IG\/20.*91\.2/);
  });

  it('as published are the frozen bytes', async () => {
    const page = await reader.get('/scorecard/2018-19-Q2?as=published');
    const frozen = links(page.html);
    expect(frozen.length).toBeGreaterThan(0);
    expect(frozen.every((href) => href.startsWith('/published/'))).toBe(true);
    const csv = frozen.find((href) => href.endsWith('.csv'))!;
    const kept = await bytesOf(reader, csv);
    expect(kept.headers.etag).toBe(`"${hash(kept.bytes)}"`);
    const kind = csv.includes('improvement') ? 'improvement' : 'scorecard';
    const asked = await reader.get(`/scorecard/2018-19-Q2/files/${kind}.csv?as=published`);
    expect(asked.url).toContain(csv);
    const other = kind === 'improvement' ? 'scorecard' : 'improvement';
    expect((await reader.get(`/scorecard/2018-19-Q2/files/${other}.csv?as=published`)).status).toBe(404);
  });

  it.each([
    ['as-at=31/2/2018', 400, 'The day must be a real date'],
    ['as-at=2030-01-01', 400, 'The day must be today or earlier'],
    ['as-at=1999-01-01', 400, 'There was no such scorecard on that day'],
    ['as-at=2018-11-01&scorecard=none', 400, 'There was no such scorecard on that day'],
    ['', 404, 'not found'],
  ])('?%s is answered %i with a sentence', async (query, status, said) => {
    const answer = await reader.get(`/scorecard/2018-19-Q2/files/scorecard.csv?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(said);
  });

  it('are not for the public, nor under other names', async () => {
    const nobody = await site.server.inject({
      url: '/scorecard/2018-19-Q2/files/scorecard.csv?as-at=2018-11-01',
    });
    expect(nobody.statusCode).not.toBe(200);
    for (const name of ['scorecard.exe', 'cabinet.pdf', 'scorecard', '..%2fscorecard.csv'])
      expect((await reader.get(`/scorecard/2018-19-Q2/files/${name}?as-at=2018-11-01`)).status).toBe(404);
  });

  it('that take long are made beside the request, and are there at once when their reader comes back', async () => {
    isHeld = true;
    const address = '/scorecard/2018-19-Q2/files/scorecard.json?as-at=2018-10-31';
    const waiting = await reader.get(address);
    expect(waiting.url).toContain('/work/');
    expect(waiting.html).toContain('A report for Quarter 2, 2018-19 is being made');
    isHeld = false;
    goOn!();
    await expect
      .poll(async () => (await reader.get(waiting.url)).html, { timeout: 20_000, interval: 200 })
      .toContain('The report is ready. Choose JSON again to have it.');
    expect((await bytesOf(reader, address)).status).toBe(200);
  }, 40_000);

  it('are asked for from the page of reports', async () => {
    const page = await colin.get('/reports');
    expect(page.html).toContain('Reports as known on a past day');
    const shown = await colin.get('/scorecard?period=2018-19-Q2&as-at=1%2F11%2F2018');
    expect(shown.status).toBe(200);
    expect(links(shown.html).length).toBe(18);
  });
});

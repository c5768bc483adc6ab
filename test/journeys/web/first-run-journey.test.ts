import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RENDERERS } from '../../../src/cli/renderers.ts';
import type { Store } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { firstRunPath, firstRunServer, newFirstRunToken } from '../../../src/web/first-run.ts';
import { embedded } from '../../contracts/databases.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { workFolder } from '../cli/command.ts';

/** What somebody does on the way: every page that loads, every field typed or pasted into, every file chosen. */
class Walk {
  pages = 0;
  fields = 0;
  characters = 0;
  clicks = 0;
  readonly said: string[] = [];
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.on('load', () => {
      this.pages += 1;
    });
    page.on('pageerror', (error) => this.said.push(error.message));
    page.on('console', (line) => line.type() === 'error' && this.said.push(line.text()));
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    this.fields += 1;
    this.characters += text.length;
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  /** From a list that the council has in a spreadsheet: one field, nothing typed. */
  async paste(label: string, text: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  async choose(label: string | RegExp, path: string): Promise<void> {
    this.fields += 1;
    await this.page.getByLabel(label, { exact: true }).setInputFiles(path);
  }

  async press(name: string | RegExp): Promise<void> {
    this.clicks += 1;
    await this.page.getByRole('button', { name }).click();
    await this.page.waitForLoadState();
  }

  async follow(name: string | RegExp): Promise<void> {
    this.clicks += 1;
    await this.page.getByRole('link', { name }).first().click();
    await this.page.waitForLoadState();
  }

  /** The sentence must be there, as whoever walks reads it. */
  reads = (text: string | RegExp) => this.page.getByText(text).first().waitFor({ timeout: 20_000 });

  /** The checklist says which step is next. */
  async nextIs(step: string): Promise<void> {
    const item = this.page.locator('.govuk-task-list__item', { hasText: 'Next' });
    expect(await item.locator('a').innerText()).toBe(step);
  }
}

const areas = ['Place', 'People', 'Resources'] as const;
const measures = Array.from({ length: 12 }, (_, index) => {
  const area = areas[index % 3] as string;
  return `NM ${index + 1},Measure of ${area.toLowerCase()} ${index + 1},${area},%,Higher is better,Manager ${1 + (index % 6)}`;
});
const sheet = ['Code,Title,Directorate,Unit,Polarity,Owner', ...measures].join('\n');
const officers = Array.from(
  { length: 6 },
  (_, index) =>
    `Officer ${'ABCDEF'[index]}\tofficer.${index + 1}@northmere.example\tManager ${index + 1}\t${areas[index % 3]}`,
).join('\n');
const heads = areas
  .map((area) => `Head of ${area}\thead.${area.toLowerCase()}@northmere.example\tHead of ${area}\t${area}`)
  .join('\n');

const cwd = workFolder();
const kind = embedded();
let chromium: Browser;
let store: Store;
let server: FastifyInstance;
let start = '';

describe.skipIf(chromiumMissing !== null)(
  `from an empty database to the first open round${chromiumMissing ?? ''}`,
  () => {
    beforeAll(async () => {
      await kind.begin();
      chromium = await launchChromium();
      writeFileSync(join(cwd, 'measures.csv'), sheet);
    });
    afterAll(async () => {
      await chromium?.close();
      await kind.end();
    });
    beforeEach(async () => {
      store = await openStore(await kind.fresh());
      const token = newFirstRunToken();
      server = await firstRunServer(
        store,
        {
          publicAddress: 'http://127.0.0.1',
          secure: false,
          now: () => '2019-01-09T09:00:00.000Z',
          renderers: RENDERERS,
          oidc: null,
          localAccounts: true,
          demonstration: false,
          sendsMail: false,
          log: (line) => console.error(line),
          sessions: { idleMinutes: 60, hours: 12 },
        },
        token,
      );
      start = (await server.listen({ port: 0, host: '127.0.0.1' })) + firstRunPath(token);
    });
    afterEach(async () => {
      await server?.close();
      await store?.close();
    });

    it.each([
      { scripts: true, width: 1280 },
      { scripts: false, width: 320 },
    ])(
      'one person gets there in one sitting: %j',
      async ({ scripts, width }) => {
        const context = await chromium.newContext({
          javaScriptEnabled: scripts,
          viewport: { width, height: 900 },
        });
        const walk = new Walk(await context.newPage());
        const began = performance.now();
        await walk.page.goto(start);

        await walk.type('Name', 'Northmere District Council');
        await walk.type('Directorates', areas.join('\n'));
        await walk.type('Your name', 'Ada Lund');
        await walk.type('Your e-mail address', 'ada.lund@northmere.example');
        await walk.type('Password', 'three random words');
        await walk.press('Set up');
        await walk.reads('Your user name is ada.lund.');
        await walk.nextIs('Add your measures');

        await walk.follow('Add your measures');
        await walk.choose('File', join(cwd, 'measures.csv'));
        await walk.press('Read the file');
        await walk.reads('NM 1: Measure of place 1');
        await walk.press('Import it');
        await walk.reads(/measures 12 new/);

        await walk.follow('Set-up');
        await walk.nextIs('Add the people who enter and approve');
        await walk.follow('Add the people who enter and approve');
        await walk.paste('People', officers);
        await walk.press('Add them');
        await walk.reads('6 people have been added.');
        await walk.follow('Set-up');
        await walk.nextIs('Add the people who enter and approve');
        await walk.follow('Add the people who enter and approve');
        await walk.paste('People', heads);
        await walk.press('Add them');
        await walk.reads('3 people have been added.');

        await walk.follow('Set-up');
        await walk.nextIs('Say who answers for which measure');
        await walk.follow('Say who answers for which measure');
        await walk.reads('12 measures can be given out for you');
        await walk.press('Give them out');
        await walk.reads('12 measures have been given out.');

        await walk.follow('Set-up');
        await walk.nextIs('Open the first round');
        await walk.follow('Open the first round');
        await walk.reads('12 measures due in Quarter 3, 2018-19.');
        await walk.type('Cabinet meets', '13/2/2019');
        await walk.press('Work out the other days from these');
        await walk.press('Open the round');
        await walk.reads('The round is open.');

        const seconds = (performance.now() - began) / 1000;
        const { pages, fields, characters, clicks } = walk;
        // What docs/first-run.md says a person has to do; more of it is a promise broken.
        expect({ pages, fields, clicks }).toEqual({ pages: 18, fields: 9, clicks: 17 });
        expect(characters).toBeLessThan(120);
        // The machine's part, with a browser and two processors shared by all tests.
        expect(seconds).toBeLessThan(90);
        expect(walk.said).toEqual([]);
        if (process.env.OUTTURN_COUNT) console.log({ scripts, pages, fields, characters, clicks, seconds });
        await context.close();
      },
      120_000,
    );
  },
);

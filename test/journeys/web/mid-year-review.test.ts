import type { Browser as Chromium, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvaluatedMeasure } from '../../../src/domain/evaluate.ts';
import { periodOf } from '../../../src/domain/period/parse.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { readEvaluation } from '../../../src/workflow/queries/read-evaluation.ts';
import { readReport } from '../../../src/workflow/queries/read-report.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
let chromium: Chromium;
let address = '';
const question = { authority: 'borchester', scorecard: null, asAt: null };
const judgedIn = async (period: string) =>
  (await readEvaluation(site.store, { ...question, period: periodOf(period) })).measures;

/** A page of somebody's, with scripts off: everything must work without them. */
async function pageOf(person: string): Promise<Page> {
  const browser = await site.signIn(person);
  const context = await chromium.newContext({ javaScriptEnabled: false });
  await context.addCookies([{ name: 'outturn', value: browser.cookie() ?? '', url: address }]);
  return context.newPage();
}

describe.skipIf(chromiumMissing !== null)(
  `the mid-year review${chromiumMissing === null ? '' : ` (${chromiumMissing})`}`,
  () => {
    let measure: EvaluatedMeasure;
    beforeAll(async () => {
      await site.begin();
      address = await site.listen();
      chromium = await launchChromium();
      // One of Place that has its figure for the third quarter, is off target, and where more is better.
      const found = (await judgedIn('2018-19/Q3')).find(
        ({ snapshot, status, original }) =>
          snapshot.directorate.code === 'place' &&
          original === null &&
          snapshot.version.polarity === 'higher' &&
          snapshot.position.figure.kind === 'number' &&
          snapshot.periodTargets.target?.figure.kind === 'number' &&
          status.outcome.inDenominator,
      );
      if (found === undefined) throw new Error('no measure of Place has a figure for the third quarter');
      measure = found;
    });
    afterAll(async () => {
      await chromium?.close();
      await site.end();
    });

    it('a director asks for another target, shows why, and the team records what Cabinet decided', async () => {
      const { code } = measure.snapshot.version;
      const before = measure.status.outcome.label;
      const judith = await pageOf('judith.shah');
      await judith.goto(`${address}/measures/${measureAddress(code)}`);
      await judith.getByRole('link', { name: 'Propose a change of target' }).click();
      await judith.getByLabel('Amend a target').check();
      await judith.getByLabel('From which quarter?').selectOption('2018-19-Q3');
      await judith.getByRole('button', { name: 'Continue' }).click();
      await judith.getByLabel('Quarter 3, 2018-19').fill('a good many');
      await judith.getByRole('button', { name: 'Propose', exact: true }).click();
      // Spoken as the label of the box is, not as the code that files use.
      expect(await judith.getByRole('alert').textContent()).toContain('Quarter 3, 2018-19: ');
      expect(await judith.getByRole('heading', { level: 1 }).textContent()).toContain(
        'From Quarter 3, 2018-19',
      );
      // Far below what there is: what was short of its target is well above it.
      await judith.getByLabel('Quarter 3, 2018-19').fill('1');
      await judith.getByLabel('Year end, 2018-19').fill('2');
      await judith.getByLabel('Why it should change').fill('The programme was cut in half in September');
      await judith.getByLabel('Name of the forum or person').fill('Cabinet');
      await judith.getByRole('button', { name: 'Propose', exact: true }).click();
      expect(await judith.getByRole('heading', { level: 1 }).textContent()).toContain(
        `amend a target, ${code}`,
      );
      const proposal = judith.url();
      expect(await judith.content()).toContain('What it would change');
      expect(await judith.getByRole('main').textContent()).not.toMatch(/\d{4}-\d\d\/Q\d/);
      expect(await judith.getByRole('heading', { name: 'Record the decision' }).count()).toBe(0);
      await judith.getByText('Add or remove evidence').click();
      await judith.getByLabel('What it is').fill('Minute of the programme board');
      await judith.getByLabel('Or a link').fill('https://borchester.example/board/7');
      await judith.getByRole('button', { name: 'Add evidence' }).click();
      expect(await judith.getByRole('link', { name: 'Minute of the programme board' }).count()).toBe(1);

      const colin = await pageOf('colin.webb');
      await colin.goto(`${address}/target-changes?state=proposed`);
      await colin.getByRole('link', { name: `Proposal ${proposal.split('/').at(-1)}: ` }).click();
      expect(colin.url()).toBe(proposal);
      await colin.getByRole('button', { name: 'Record the decision' }).click();
      const problems = await colin.getByRole('alert').textContent();
      expect(problems).toContain('Choose what was decided');
      await colin.getByLabel('Approved').check();
      await colin.getByLabel('Day of the decision').fill('8/1/2019');
      await colin.getByLabel('Reference of the decision').fill('CAB/19/3');
      await colin.getByRole('button', { name: 'Record the decision' }).click();
      const decided = await colin.content();
      expect(decided).toContain('the change has been made');
      expect(decided).toContain('Cabinet, 8 January 2019, CAB/19/3');

      const sentence = `Now: Blue against the revised target of`;
      const original = `${before} against the original`;
      await colin.goto(`${address}/measures/${measureAddress(code)}?period=2018-19-Q3`);
      const shown = ((await colin.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ');
      expect(shown).toContain(sentence);
      expect(shown).toContain('changed by Cabinet on 8 January 2019, CAB/19/3');
      const report = await readReport(site.store, 'scorecard', {
        ...question,
        period: periodOf('2018-19/Q3'),
      });
      const record = report.measures.find((one) => one.code === code);
      expect(record?.status.label).toBe('Blue');
      expect(record?.original?.now?.status.label).toBe(before);
      if (before !== 'Blue') expect(record?.original?.now?.sentence).toContain(original);

      // The quarter that was published is judged as it was.
      const second = (await judgedIn('2018-19/Q2')).find(({ snapshot }) => snapshot.version.code === code);
      expect(second?.original).toBeNull();

      await colin.goto(`${address}/target-changes/schedule?period=2018-19-Q3`);
      expect(await colin.getByRole('main').textContent()).toContain('CAB/19/3');
      const file = await site
        .signIn('raymond.tuck')
        .then((browser) => browser.get('/target-changes/schedule/2018-19-Q3.csv'));
      expect(file.status).toBe(200);
    });
  },
);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentPeriod } from '../../../src/demo/fill-demo-round.ts';
import { pastPeriod } from '../../../src/demo/people/round-of-the-past.ts';
import { directionPresets } from '../../../src/domain/direction/presets.ts';
import { parseDirectionScheme } from '../../../src/domain/direction/scheme.ts';
import { periodOf } from '../../../src/domain/period/parse.ts';
import { readSchemes } from '../../../src/store/schemes.ts';
import { readEvaluation } from '../../../src/workflow/queries/read-evaluation.ts';
import { byId, elements, parseHtml, textOf } from '../../tools/html-tree.ts';
import { htmlProblems } from '../../tools/page-checks.ts';
import { hiddenFields, type Seen } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
beforeAll(() => site.begin());
afterAll(() => site.end());

const authority = 'borchester';
const OWN = '/set-up/direction/own';
const PREVIEW = '/set-up/direction/preview';
const CONFIRM = '/set-up/direction/confirm';

const parsed = (page: Seen) => parseHtml(new TextEncoder().encode(page.html));

/** What a browser would send of the form as it stands. */
function standing(page: Seen): Record<string, string> {
  const form = elements(parsed(page), 'form').find(({ properties }) => properties.action === PREVIEW);
  if (form === undefined) throw new Error(`no form goes to ${PREVIEW}`);
  const inputs = elements(form, 'input')
    .map(({ properties }) => properties)
    .filter(({ type, checked }) => (type !== 'radio' && type !== 'checkbox') || checked === true)
    .map(({ name, value }) => [String(name), String(value ?? '')]);
  const texts = elements(form, 'textarea').map((each) => [String(each.properties.name), textOf(each)]);
  return Object.fromEntries([...inputs, ...texts]);
}

const summaryOf = (page: Seen) =>
  elements(parsed(page), 'div', 'govuk-error-summary')
    .flatMap((box) => elements(box, 'a'))
    .map((link) => [String(link.properties.href), textOf(link)]);

const labelsIn = async (period: string) => {
  const question = { authority, period: periodOf(period), scorecard: null, asAt: null };
  const { measures } = await readEvaluation(site.store, question);
  return new Set(measures.map(({ direction }) => direction.label));
};
const colin = () => site.signIn('colin.webb');

describe('own rules for the direction of travel', () => {
  it('begin with those in force, or with those of a preset', async () => {
    const browser = await colin();
    const main = await browser.get('/set-up/direction?preset=redditch');
    expect(main.html).toContain(`href="${OWN}?preset=redditch"`);
    expect(standing(await browser.get(OWN))).toMatchObject({
      name: 'Derby City Council 2018-19, with own rules',
      basis: 'forecastAgainstLastOutturn',
      fallback: 'none',
      band: 'none',
      edge: 'stabilised',
      improving: 'Improving',
    });
    const { atOptimum, stabilised } = standing(await browser.get(`${OWN}?preset=redditch`));
    expect([atOptimum, stabilised]).toEqual(['Static at optimum', 'Static']);
  });

  it.each(directionPresets.map(({ id }) => id))(
    'of %s stay as they are where nothing is changed',
    async (id) => {
      const browser = await colin();
      const page = await browser.get(`${OWN}?preset=${id}`);
      const preview = await browser.post(PREVIEW, standing(page));
      expect(preview.status).toBe(200);
      const read = parseDirectionScheme(JSON.parse(hiddenFields(preview.html, CONFIRM).json ?? ''));
      const preset = directionPresets.find((one) => one.id === id);
      const { effectiveFrom } = 'scheme' in read ? read.scheme : { effectiveFrom: '' };
      const name = `${preset?.name}, with own rules`;
      expect(read).toEqual({ scheme: { ...preset, id: 'own', version: 1, effectiveFrom, name } });
    },
  );

  it('say all that is wrong at once, each at its field, and keep what was typed', async () => {
    const browser = await colin();
    const page = await browser.get(`${OWN}?preset=scottish-npf`);
    const typed = {
      ...standing(page),
      name: '  ',
      periods: '61',
      when: 'noEarlierFigure',
      band: 'relative',
      percent: '2,5',
      minimumPoints: 'few',
      improving: '',
      unavailable: '',
      events: '5',
      denominator: '1001',
    };
    const answer = await browser.post(PREVIEW, typed);
    expect(answer.status).toBe(400);
    const summary = summaryOf(answer);
    expect(summary).toEqual([
      ['#name', 'Enter a name for these rules'],
      ['#periods', 'Periods in the average must be a whole number from 2 to 60'],
      ['#fallback', 'Choose the other comparison, or untick where it is used'],
      ['#percent', 'Per cent must be a number above zero, like 2 or 0.5'],
      ['#minimumPoints', 'Fewest figures must be a whole number from 2 to 61'],
      ['#improving', 'Enter the word for better'],
      ['#unavailable', 'Enter the word for no direction'],
      ['#denominator', 'Cases in all must be a whole number from 0 to 1,000; leave both blank for 10 and 20'],
    ]);
    expect(await htmlProblems(answer.html)).toEqual([]);
    const tree = parsed(answer);
    for (const [href] of summary) expect(byId(tree, href!.slice(1)), href).toBeDefined();
    expect(standing(answer)).toMatchObject({ ...typed, name: '  ' });
    expect(answer.html).not.toMatch(/JSON|field of|minimumPoints is|basis “/);
    expect(await readSchemes(site.store, { authority })).toEqual([]);
  });

  it.each<[what: string, typed: Record<string, string>, field: string, said: RegExp]>([
    ['no comparison', { basis: '' }, '#basis', /Choose what/],
    ['one that is none', { basis: 'regression' }, '#basis', /Choose what/],
    ['an average of nothing', { basis: 'rollingMean', periods: '' }, '#periods', /from 2 to 60/],
    [
      'more figures than an average has',
      { basis: 'rollingMean', periods: '3', minimumPoints: '5' },
      '#minimumPoints',
      /from 2 to 4, as the average is of 3 periods/,
    ],
    [
      'another where chance is tested',
      { basis: 'tested', when: 'noEarlierFigure', fallback: 'baseline' },
      '#fallback',
      /tests for chance has no other/,
    ],
    [
      'fewest figures where chance is tested',
      { basis: 'spc', minimumPoints: '5' },
      '#minimumPoints',
      /has its own/,
    ],
    ['another without saying where', { fallback: 'lastOutturn' }, '#when', /Choose where/],
    [
      'another average of too few',
      { when: 'noEarlierFigure', fallback: 'rollingMean', fallbackPeriods: '1' },
      '#fallbackPeriods',
      /from 2 to 60/,
    ],
    ['no size of a change', { band: '' }, '#band', /Choose how large/],
    ['an amount of nothing', { band: 'absolute', amount: '0' }, '#amount', /above zero/],
    ['nothing said of the edge', { band: 'relative', percent: '2', edge: '' }, '#edge', /exactly that/],
    ['one threshold of two', { events: '5' }, '#denominator', /whole number from 0/],
  ])('are refused with %s', async (_what, typed, field, said) => {
    const browser = await colin();
    const answer = await browser.post(PREVIEW, { ...standing(await browser.get(OWN)), ...typed });
    const summary = summaryOf(answer);
    expect([answer.status, summary.map(([href]) => href)]).toEqual([400, [field]]);
    expect(summary[0]?.[1]).toMatch(said);
  });

  it('that tests for chance and have two faults more say both', async () => {
    const browser = await colin();
    const faults = {
      basis: 'tested',
      minimumPoints: '5',
      when: 'noEarlierFigure',
      fallback: 'baseline',
      name: '',
    };
    const answer = await browser.post(PREVIEW, { ...standing(await browser.get(OWN)), ...faults });
    expect(summaryOf(answer).map(([href]) => href)).toEqual(['#name', '#fallback', '#minimumPoints']);
  });

  it('are shown with what they change, stored with a reason, and hold from their day on', async () => {
    const browser = await colin();
    const before = await labelsIn(pastPeriod);
    const page = await browser.get(`${OWN}?preset=norfolk-2013`);
    const typed = {
      ...standing(page),
      name: 'Borchester’s "own" rules',
      percent: '3',
      edge: 'moved',
      when: 'noEarlierFigure',
      fallback: 'lastOutturn',
      improving: 'Getting better',
      stabilised: 'Holding',
      deteriorating: 'Getting worse',
      unavailable: 'Not known',
      atOptimum: 'As good as can be',
      events: '5',
      denominator: '30',
      source: 'Cabinet, minute 12',
      note: 'Reviewed each year.',
    };
    const preview = await browser.post(PREVIEW, typed);
    expect(preview.status).toBe(200);
    for (const said of [
      /[1-9]\d* of the 62 measures of Quarter 2, 2018-19 would have another direction/,
      /A change of less than 3% of the earlier figure, either way, counts as Holding\./,
      /Where there is no such earlier figure: latest figure compared with last year(’|'|&#39;)s outturn\./,
      /As good as can be: unchanged, and could not be better\./,
      /Where fewer than 5 cases are counted, or there are fewer than 30 cases in all, status and direction carry a note\./,
      /Reviewed each year\./,
      /Source: Cabinet, minute 12/,
    ])
      expect(preview.html).toMatch(said);
    expect(await readSchemes(site.store, { authority })).toEqual([]);

    expect(await htmlProblems(preview.html)).toEqual([]);

    // Back to the fields, with what they held.
    const again = await browser.send(preview, OWN);
    expect([again.status, standing(again)]).toEqual([200, { ...standing(again), ...typed }]);

    const unsaid = await browser.send(preview, CONFIRM, { from: '2018-10-01', reason: ' ' });
    expect([unsaid.status, summaryOf(unsaid)]).toEqual([
      400,
      [['#reason', 'Enter the reason, or who decided it']],
    ]);
    expect(hiddenFields(unsaid.html, CONFIRM).json).toBe(hiddenFields(preview.html, CONFIRM).json);

    const stored = await browser.send(preview, CONFIRM, { from: '2018-10-01', reason: 'Cabinet, minute 12' });
    expect(stored.html).toContain('rules has been stored.');
    const [held] = await readSchemes(site.store, { authority });
    const shown = JSON.parse(hiddenFields(preview.html, CONFIRM).json ?? '');
    expect(held?.content).toEqual({ ...shown, effectiveFrom: '2018-10-01' });
    // The page in force says the rules in words.
    expect(stored.html).toContain(
      'A change of less than 3% of the earlier figure, either way, counts as Holding.',
    );

    expect(await labelsIn(pastPeriod)).toEqual(before);
    const own = ['Getting better', 'Holding', 'Getting worse', 'Not known', 'As good as can be'];
    const later = await labelsIn(presentPeriod);
    expect([...later].filter((label) => !own.includes(label))).toEqual([]);
    expect(later).toContain('Not known');

    // The next rules begin with these, under their own name.
    const next = standing(await browser.get(OWN));
    expect([next.name, next.percent, next.edge]).toEqual([typed.name, '3', 'moved']);
    const nextPreview = await browser.post(PREVIEW, next);
    expect(JSON.parse(hiddenFields(nextPreview.html, CONFIRM).json ?? '').version).toBe(2);
  });

  it('that were changed on the way from the preview are read by the same rules', async () => {
    const browser = await colin();
    const preview = await browser.post(PREVIEW, standing(await browser.get(OWN)));
    const said = { from: '2019-01-01', reason: 'A slip' };
    const shown = JSON.parse(hiddenFields(preview.html, CONFIRM).json ?? '');
    const count = (await readSchemes(site.store, { authority })).length;
    for (const json of [
      'oops',
      JSON.stringify({ ...shown, deadBand: { kind: 'relative', percent: '-2' } }),
    ]) {
      const answer = await browser.send(preview, CONFIRM, { ...said, json });
      expect([answer.status, summaryOf(answer).length]).toEqual([400, 1]);
    }
    expect((await readSchemes(site.store, { authority })).length).toBe(count);
  });
});

describe('those who may not make rules', () => {
  it.each(['tom.venables', 'petra.hollis', 'raymond.tuck'])('%s is refused', async (who) => {
    const browser = await site.signIn(who);
    const own = await browser.get(OWN);
    expect(own.status).toBe(403);
    const page = await (await colin()).get(OWN);
    const posts = await Promise.all([PREVIEW, OWN, CONFIRM].map((to) => browser.post(to, standing(page))));
    expect(posts.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it('is not offered it', async () => {
    const page = await (await site.signIn('petra.hollis')).get('/set-up/direction');
    expect([page.status, page.html.includes(OWN)]).toEqual([200, false]);
  });
});

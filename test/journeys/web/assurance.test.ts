import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import type { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

/** Internal audit draws a sample, works figures out again and records what it found; reports print the result. */
const site = new DemoSite();
let audit: Browser;
beforeAll(async () => {
  await site.begin();
  audit = await site.signIn('petra.hollis');
}, 60_000);
afterAll(() => site.end());

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const draw = async (fields: Record<string, string>, by = audit) =>
  by.send(await by.get('/assurance'), '/assurance', { period: '2018-19/Q2', size: '', seed: '', ...fields });

describe('a sample', () => {
  it('is for audit to draw, for the performance team to read, and for nobody else', async () => {
    const team = await site.signIn('colin.webb');
    expect(textOf((await team.get('/assurance')).html)).not.toContain('Draw and keep the sample');
    const officer = await site.signIn('tom.venables');
    expect((await officer.get('/assurance')).status).toBe(403);
    const own = textOf((await audit.get('/assurance')).html);
    expect(own).toContain('Draw and keep the sample');
    expect(own).toContain('by Petra Hollis, at random');
    const { html } = await audit.get('/assurance');
    const [kept = ''] = html.match(/\/assurance\/[0-9a-f-]{36}/) ?? [];
    const sample = textOf((await audit.get(kept)).html);
    expect(sample).toContain('The figures were drawn on 3 December 2018 at 10:05am by the words');
  });

  it('says all that is wrong with what was asked', async () => {
    const nothing = await draw({});
    expect(nothing.status).toBe(400);
    expect(textOf(nothing.html)).toContain('How many must be a whole number from 1 to 100');
    expect(textOf(nothing.html)).toContain('Enter words or a number for the draw');
    expect(textOf((await draw({ period: 'last summer', size: '3', seed: 'x' })).html)).toContain(
      'last summer',
    );
    const none = await draw({ period: '2030-31/Q1', size: '3', seed: 'x' });
    expect(textOf(none.html)).toContain('No figure is recorded for this period, so there is none to test');
  });

  it('is the same for whoever draws it again, with everything that each figure rests on', async () => {
    const first = await draw({ size: '4', seed: 'Audit plan 7, January' });
    const second = await draw({ size: '4', seed: 'Audit plan 7, January' });
    const codes = (html: string) =>
      [...html.matchAll(/<h2[^>]*id="test-[^"]*">([^<]+)</g)].map(([, it]) => it);
    expect(codes(first.html)).toHaveLength(4);
    expect(codes(second.html)).toEqual(codes(first.html));
    const said = textOf(first.html);
    expect(said).toContain('drawn');
    expect(said).toContain('“Audit plan 7, January”');
    expect(said.match(/Numerator and denominator/g)).toHaveLength(4);
    const pack = await audit.get(`${new URL(first.url, 'http://x').pathname}/pack.html`);
    expect(textOf(pack.html)).toContain('4 figures to be tested; none has been yet.');
    expect(textOf(pack.html)).toContain('Worked out again');
  });
});

describe('the result of a test', () => {
  const code = 'CP 08f';
  const at = measureAddress(code);

  it('is explained where the figure was not agreed, printed beside the measure, and replaced by a later one', async () => {
    const sample = await draw({ chosen: code });
    const address = new URL(sample.url, 'http://x').pathname;
    expect(textOf(sample.html)).toContain('The figures were chosen on');
    const bare = await audit.send(sample, address, { result: 'notAgreed', found: '', note: '' });
    expect(bare.status).toBe(400);
    expect(bare.html).toContain(`href="#note-${at}"`);
    expect(bare.html).toContain(`href="#found-${at}"`);
    const recorded = await audit.send(bare, address, {
      result: 'notAgreed',
      found: '5.8',
      note: 'Two absences of July were entered in August.',
    });
    expect(textOf(recorded.html)).toContain('Two absences of July were entered in August.');
    const team = await site.signIn('colin.webb');
    const report = await team.get('/cover/2018-19-Q2/pack.html?scorecard=council');
    const printed = 'Tested by internal audit on 9 January 2019: the figure did not agree with its source';
    expect(textOf(report.html)).toContain(printed);
    // And beside the figure on its own page and its trace.
    for (const page of [`/measures/${at}?period=2018-19-Q2`, `/trace/2018-19-Q2/${at}`])
      expect(textOf((await team.get(page)).html), page).toContain(`${printed}.`);
    expect(textOf((await team.get(`/measures/${at}?period=2018-19-Q3`)).html)).not.toContain('Tested by');
    // What the auditor wrote is for the working papers.
    expect(report.html).not.toContain('Two absences of July');
    await audit.send(recorded, address, { result: 'agreed', found: '', note: '' });
    const later = await team.get('/cover/2018-19-Q2/pack.html?scorecard=council');
    expect(textOf(later.html)).not.toContain(printed);
    expect(textOf(later.html)).toContain('the figure agreed with its source');
    expect(textOf((await audit.get('/audit')).html)).toContain('recorded what a test showed');
  });

  it('does not speak for a figure that is corrected after the test', async () => {
    const team = await site.signIn('colin.webb');
    const address = `/restate/2018-19-Q2/${measureAddress('WST-1')}`;
    const figure = { figure: '612', kind: 'sourceError', reason: 'A depot sent its list late' };
    const checked = await team.send(await team.get(address), address, figure);
    const saved = await team.send(checked, `${address}/save`);
    expect(saved.html).toContain('The correction has been recorded');
    const said = 'the figure of that day agreed with its source. It has been recorded again since.';
    expect(textOf(saved.html)).toContain(`Tested by internal audit on 3 December 2018: ${said}`);
    const report = await team.get('/cover/2018-19-Q2/pack.html?scorecard=council');
    expect(textOf(report.html)).toContain(said.replace(/\.$/, ''));
    const list = (await audit.get('/assurance')).html;
    const samples = [...list.matchAll(/\/assurance\/[0-9a-f-]{36}/g)].map(([one]) => one);
    const sample = textOf((await audit.get(samples.at(-1) ?? '')).html);
    expect(sample).toContain('The figure has been recorded again since: test it again');
  });

  it('cannot be recorded by anybody else, nor of a figure that is not in the sample', async () => {
    const sample = await draw({ chosen: code });
    const address = new URL(sample.url, 'http://x').pathname;
    const other = await audit.send(sample, address, { measure: 'HOM 2.4', result: 'agreed' });
    expect(other.status).toBeGreaterThanOrEqual(400);
    const team = await site.signIn('colin.webb');
    const page = await team.get(address);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('name="result"');
    expect((await audit.get('/assurance/none')).status).toBe(404);
    expect((await audit.get(`${address}/pack.exe`)).status).toBe(404);
  });
});

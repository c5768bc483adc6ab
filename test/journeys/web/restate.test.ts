import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../../src/demo/authority.ts';
import { readRestatements } from '../../../src/store/restatements.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import type { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
let team: Browser;
beforeAll(async () => {
  await site.begin();
  team = await site.signIn('colin.webb');
});
afterAll(() => site.end());

const measure = 'CSC 1.6';
const page = `/measures/${measureAddress(measure)}?period=2018-19-Q2`;
const form = `/restate/2018-19-Q2/${measureAddress(measure)}`;
const recorded = () =>
  readRestatements(site.store, authority.code, { measures: [measure], periods: ['2018-19/Q2'] });

describe('correcting a published figure', () => {
  it('is offered on the page of the measure to those who may, in periods that are frozen', async () => {
    expect((await team.get(page)).html).toContain(`href="${form}"`);
    expect((await team.get(page.replace('Q2', 'Q3'))).html).not.toContain('Correct a published figure');
    const reader = await site.signIn('raymond.tuck');
    expect((await reader.get(page)).html).not.toContain('Correct a published figure');
    expect((await reader.get(form)).status).toBe(403);
  });

  it('says why not where the period is still being collected', async () => {
    const { html } = await team.get(form.replace('Q2', 'Q3'));
    expect(html).toContain('still being collected');
    expect(html).not.toContain('Continue');
  });

  it('says what is wrong beside each field, and keeps what was typed', async () => {
    const opened = await team.get(form);
    const wrong = await team.send(opened, form, { figure: 'plenty', reason: '', provisional: 'yes' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('Say what happened, in a sentence');
    expect(wrong.html).toContain('Say what the provisional figure waits for');
    expect(wrong.html).toMatch(/name="figure"[^>]*value="plenty"/);
    expect(await recorded()).toEqual([]);
  });

  it('shows the effect before it is saved; then the measure, its new figure and the correction', async () => {
    const opened = await team.get(form);
    const typed = { figure: '70%', kind: 'sourceError', reason: 'Two <b>registers</b> were read' };
    const shown = await team.send(opened, form, typed);
    expect(shown.html).toMatch(/<strong>\w+ becomes Red; forecast stays /);
    expect(shown.html).toContain('Two &lt;b>registers&lt;/b> were read');
    expect(await recorded()).toEqual([]);
    const changed = await team.post(form, { ...fieldsOf(shown.html, form), change: 'yes' });
    expect(changed.html).toMatch(/name="figure"[^>]*value="70%"/);
    const saved = await team.send(shown, `${form}/save`);
    expect(saved.url).toContain(page);
    expect(saved.html).toContain('The correction has been recorded');
    expect(saved.html).toContain('Corrections made after publication');
    expect(saved.html).toContain('70.0%');
    expect(await recorded()).toHaveLength(1);
    // The same form once more: it is done already.
    await team.send(shown, `${form}/save`);
    expect(await recorded()).toHaveLength(1);
  });

  it('marks a figure as provisional, which the scorecard says beside it', async () => {
    const opened = await team.get(form);
    const typed = { reason: 'The return is still open', provisional: 'yes', waitsFor: 'the autumn return' };
    const shown = await team.send(opened, form, typed);
    await team.send(shown, `${form}/save`);
    expect((await team.get(page)).html).toContain('This figure is provisional.');
    expect((await team.get(page)).html).toContain('Waits for the autumn return');
    expect((await team.get('/scorecard/2018-19-Q2')).html).toContain('Provisional figure');
    expect((await team.get(`/trace/2018-19-Q2/${measureAddress(measure)}`)).html).toContain(
      'marked a published figure as provisional',
    );
  });
});

function fieldsOf(html: string, action: string): Record<string, string> {
  const part = html.split('<form').find((one) => one.includes(`action="${action}"`)) ?? '';
  return Object.fromEntries(
    [...part.matchAll(/type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)].map((found) => [
      found[1]!,
      found[2]!,
    ]),
  );
}

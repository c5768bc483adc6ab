import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoResponsibilities } from '../../../src/demo/people/people.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { findingsAddress } from '../../../src/web/pages/round/findings.tsx';
import { roundOverview } from '../../../src/workflow/queries/round-overview.ts';
import { updateView } from '../../../src/workflow/queries/update-view.ts';
import { saveUpdate } from '../../../src/workflow/round/enter-update.ts';
import { as } from '../../contracts/demo-acting.ts';
import { chromiumMissing, launchChromium } from '../../tools/chromium.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
beforeAll(() => demo.begin());
afterAll(() => demo.end());

const calls = `/update/2018-19-Q3/${measureAddress('CSC 1.3')}`;
const officer = demoResponsibilities.find(({ measure }) => measure === 'CSC 1.3')!.owner!;
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
const texts = {
  context: 'The average wait has improved since quarter 2.',
  actions: 'Two advisers help in the first hour until the end of March.',
  intervention: 'The head of customer services looks at the waits every week.',
};
const figures = { actual: '3.9', forecast: '3.8' };
/** What stands in the boxes of a form, as it would be sent. */
const boxesOf = (html: string) => [
  ...[...html.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</g)].map(
    ([, name = '', text = '']) => [name, text.replaceAll('&#39;', "'").replaceAll('&quot;', '"')] as const,
  ),
  ...[
    ...html.matchAll(/<input class="govuk-input[^"]*" id="(\w+)" name="\w+" type="text" value="([^"]*)"/g),
  ].map(([, name = '', value = '']) => [name, value] as const),
];
const keyIn = (html: string) => /name="finding-([0-9a-f]{16})-reason"/.exec(html)?.[1] ?? '';

describe('where words and figures disagree, without scripts', () => {
  it('the officer is told on Check, under the text, with the words, the figures and why', async () => {
    const browser = await demo.signIn(officer);
    const page = await browser.get(calls);
    const checked = await browser.send(page, calls, { do: 'check', ...figures, ...texts });
    expect(checked.status).toBe(200);
    const place = /<div data-findings="context"[^>]*>([\s\S]*?)<\/ul>/.exec(checked.html)?.[1] ?? '';
    const said = textOf(place);
    expect(said).toContain('Please check');
    expect(said).toContain('“The average wait has improved since quarter 2');
    expect(said).toContain('Quarter 2: 3.7 minutes');
  });

  it('nothing at all is said where they agree', async () => {
    const browser = await demo.signIn(officer);
    const fine = { ...texts, context: 'The average wait was 3.9 minutes.' };
    const checked = await browser.send(await browser.get(calls), calls, { do: 'check', ...figures, ...fine });
    expect(checked.html).toContain('<div data-findings="context" data-keys></div>');
  });

  it('it never keeps an update from being submitted; a dismissal asks for its reason and keeps what was typed', async () => {
    const browser = await demo.signIn(officer);
    const checked = await browser.send(await browser.get(calls), calls, {
      do: 'check',
      ...figures,
      ...texts,
    });
    const key = keyIn(checked.html);
    const without = await browser.send(checked, calls, {
      do: `finding-${key}-dismiss`,
      ...figures,
      ...texts,
    });
    expect(without.status).toBe(400);
    expect(without.html).toContain(`href="#finding-${key}-reason"`);
    expect(without.html).toContain(texts.context);
    const done = await browser.send(without, calls, {
      do: `finding-${key}-dismiss`,
      [`finding-${key}-reason`]: 'Counted differently since October.',
      ...figures,
      ...texts,
    });
    expect(textOf(done.html)).toContain('Dismissed, with your reason.');
    expect(textOf(done.html)).toContain('1 remark dismissed');
    expect(textOf(done.html)).toContain('“Counted differently since October.”');
    expect(keyIn(done.html)).toBe('');
    const again = await browser.send(done, calls, { do: `finding-${key}-restore`, ...figures, ...texts });
    expect(keyIn(again.html)).toBe(key);
    const submitted = await browser.send(again, calls, { do: 'submit', ...figures, ...texts });
    expect(submitted.url).toContain('/my-work');
  });

  it('the performance team may dismiss it where nothing can be entered any more', async () => {
    const approved = `/update/2018-19-Q3/${measureAddress('Regen PM21')}`;
    const browser = await demo.signIn('colin.webb');
    const page = await browser.get(approved);
    expect(page.html).not.toContain('<textarea');
    const key = keyIn(page.html);
    const wrong = await browser.send(page, approved, { do: `finding-${key}-dismiss` });
    expect(wrong.status).toBe(400);
    const done = await browser.send(page, approved, {
      do: `finding-${key}-dismiss`,
      [`finding-${key}-reason`]: 'Agreed with the head of service.',
    });
    expect(textOf(done.html)).toContain('1 remark dismissed');
    const reader = await (await demo.signIn('petra.hollis')).get(approved);
    expect(textOf(reader.html)).toContain('“Agreed with the head of service.”');
    expect(keyIn(reader.html)).toBe('');
  });
});

describe('what the approver sees of it', () => {
  const approve = `/approve/2018-19-Q3/${measureAddress('CSC 1.6')}`;
  const of = demoResponsibilities.find(({ measure }) => measure === 'CSC 1.6')!;
  const approver = Object.values(of.approvers)[0]!;

  it('is a flag on the words, a list beneath them, and a question that can be begun from it', async () => {
    const browser = await demo.signIn(approver);
    const page = await browser.get(approve);
    expect(page.html).toMatch(/<mark class="ot-flag">target of 92\.0%<\/mark>\s*<a [^>]*href="#finding-1"/);
    expect(page.html).toContain('<li id="finding-1">');
    const asks = /href="([^"]*\?ask=[0-9a-f]{16}#send-back)"/.exec(page.html)?.[1] ?? '';
    const asking = await browser.get(asks.split('#')[0]!);
    const box = /<textarea[^>]*name="question"[^>]*>([^<]*)</.exec(asking.html)?.[1] ?? '';
    expect(textOf(box)).toContain('You write: “target of 92.0%”.');
    const about = /<option value="(finding [0-9a-f]{16})" selected/.exec(asking.html)?.[1] ?? '';
    expect(about).not.toBe('');
  });

  it('is never approved with others in one go, until somebody says why it holds', async () => {
    // Otherwise on target and as it was: only its words stand in the way.
    const browser = await demo.signIn(approver);
    const queue = await browser.get('/approve');
    const together = (html: string) => html.split('id="together"')[1] ?? '';
    expect(together(queue.html)).toContain(measureAddress('IG/20'));
    expect(together(queue.html)).not.toContain(measureAddress('CSC 1.6'));
    const forged = await browser.send(queue, '/approve', { which: '2018-19/Q3 1 CSC 1.6' });
    expect(textOf(forged.html)).toContain('none was approved');
    const update = `/update/2018-19-Q3/${measureAddress('CSC 1.6')}`;
    const colin = await demo.signIn('colin.webb');
    const page = await colin.get(update);
    const key = keyIn(page.html);
    const typed = Object.fromEntries(boxesOf(page.html));
    const reason = { [`finding-${key}-reason`]: 'It is last year’s target.' };
    const done = await colin.send(page, update, { ...typed, ...reason, do: `finding-${key}-dismiss` });
    // Nothing was typed in it: it stays with its approver.
    expect(textOf(done.html)).toContain('With approver.');
    expect(together((await browser.get('/approve')).html)).toContain(measureAddress('CSC 1.6'));
    await colin.send(done, update, { ...typed, do: `finding-${key}-restore` });
    expect(together((await browser.get('/approve')).html)).not.toContain(measureAddress('CSC 1.6'));
  });

  it('is sent back with the words that it is about', async () => {
    const browser = await demo.signIn(approver);
    const page = await browser.get(approve);
    const key = /\?ask=([0-9a-f]{16})/.exec(page.html)?.[1] ?? '';
    const sent = await browser.send(page, approve, {
      do: 'sendBack',
      about: `finding ${key}`,
      question: 'Which target is this?',
    });
    expect(sent.url).toContain('/approve');
    const officers = await (await demo.signIn(of.owner!)).get(
      `/update/2018-19-Q3/${measureAddress('CSC 1.6')}`,
    );
    expect(textOf(officers.html)).toContain('About “target of 92.0%” in');
  });

  it('shows what the officer dismissed, and why', async () => {
    const update = `/update/2018-19-Q3/${measureAddress('CSC 1.6')}`;
    const browser = await demo.signIn(of.owner!);
    const page = await browser.get(update);
    const key = keyIn(page.html);
    const form = { ...Object.fromEntries(boxesOf(page.html)), do: `finding-${key}-dismiss` };
    const reason = { [`finding-${key}-reason`]: 'The target before it was revised.' };
    const done = await browser.send(page, update, { ...form, ...reason });
    expect(textOf(done.html)).toContain('1 remark dismissed');
    const seen = await (await demo.signIn(approver)).get(approve);
    expect(textOf(seen.html)).toContain('“The target before it was revised.”');
  });
});

describe('what the performance team sees of it', () => {
  it('is a count in round control, which leads to the list of those updates', async () => {
    const colin = await demo.signIn('colin.webb');
    const round = await colin.get('/round/2018-19-Q3');
    const count = /(\d+) updates have words to look at again, (\d+) of them with a warning/.exec(round.html);
    const list = await colin.get('/round/2018-19-Q3/findings');
    const listed = (html: string) => [...html.matchAll(/<section aria-labelledby="of-/g)].length;
    expect(listed(list.html)).toBe(Number(count?.[1]));
    expect(textOf(list.html)).toContain('will have a report in December 2018');
    const warned = await colin.get('/round/2018-19-Q3/findings?only=warnings');
    expect(listed(warned.html)).toBe(Number(count?.[2]));
    const none = await colin.get('/round/2018-19-Q3/findings?directorate=nowhere');
    expect(textOf(none.html)).toContain('No update of this round is like that.');
  });

  it('is cut into pages where there is much of it, and the choice stays in the address', async () => {
    const large = new DemoSite();
    await large.begin();
    try {
      const colin = await large.signIn('colin.webb');
      // Every update that is open gives an e-mail address, which is a warning.
      const { lines } = (await roundOverview(large.store, 'borchester', '2018-19/Q3', '2019-01-09'))!;
      const team = as('colin.webb', 'performanceTeam');
      for (const { code } of lines) {
        const view = (await updateView(large.store, team, { period: '2018-19/Q3', measure: code }))!;
        if (view.closed !== null) continue;
        const texts = {
          ...view.content.texts,
          context: `${view.content.texts.context}\n\nWrite to team@borchester.example.`,
        };
        const which = { period: '2018-19/Q3', measure: code, version: null };
        await saveUpdate(large.store, team, which, { ...view.content, texts });
      }
      const address = '/round/2018-19-Q3/findings';
      const listed = (html: string) =>
        [...html.matchAll(/<section aria-labelledby="of-([^"]+)"/g)].map(([, of]) => of);
      const first = await colin.get(address);
      const total = Number(/Showing 1 to 50 of (\d+) updates\./.exec(textOf(first.html))?.[1]);
      expect(total).toBeGreaterThan(50);
      expect(listed(first.html)).toHaveLength(50);
      expect(first.html).toMatch(/<title>Words to look at again[^<]*\(page 1 of 2\)/);
      expect(first.html).toContain(`href="${address}?page=2" rel="next"`);
      const second = await colin.get(`${address}?page=2`);
      expect(textOf(second.html)).toContain(`Showing 51 to ${total} of ${total} updates.`);
      expect(new Set([...listed(first.html), ...listed(second.html)]).size).toBe(total);
      expect(listed((await colin.get(`${address}?page=9`)).html)).toEqual(listed(second.html));
      const chosen = { directorate: 'place', warnings: true };
      expect(findingsAddress('2018-19/Q3', chosen, 2)).toBe(
        `${address}?directorate=place&only=warnings&page=2`,
      );
      const place = await colin.get(`${address}?directorate=${lines[0]!.version.directorate}&page=1`);
      expect(listed(place.html).length).toBeLessThan(50);
      expect(place.html).not.toContain('govuk-pagination');
    } finally {
      await large.end();
    }
  });

  it('is counted anew as soon as somebody has changed or dismissed it', async () => {
    const colin = await demo.signIn('colin.webb');
    const counted = async () =>
      Number(/(\d+) updates have words/.exec((await colin.get('/round/2018-19-Q3')).html)?.[1]);
    const before = await counted();
    const send = `/update/2018-19-Q3/${measureAddress('AHH Local 2A (i)')}`;
    const page = await colin.get(send);
    const typed = Object.fromEntries(boxesOf(page.html));
    const saved = { ...typed, intervention: 'Scrutiny looked at it in November 2018 and asked for no more.' };
    await colin.send(page, send, { ...saved, do: 'save' });
    expect(await counted()).toBe(before - 1);
    await colin.send(await colin.get(send), send, { ...typed, do: 'save' });
    expect(await counted()).toBe(before);
  });

  it('shows an approver those of their directorate alone', async () => {
    const lionel = await demo.signIn('lionel.grant');
    const list = textOf((await lionel.get('/round/2018-19-Q3/findings')).html);
    expect(list).toContain('CM PM24');
    expect(list).not.toContain('SEND 6');
  });

  it('is one warning of the release, to be given a reason', async () => {
    const colin = await demo.signIn('colin.webb');
    const report = await colin.get('/reports/new/2018-19-Q2?kind=scorecard&standing=published');
    const said = textOf(report.html);
    expect(said).toContain(
      'The words of 1 measure may disagree with its figures, or should not be published.',
    );
    expect(said).toContain('“Two applicants”');
    expect(report.html).toContain('name="reason-wordsAgainstFigures"');
  });
});

describe('what is set up for it', () => {
  it('is read as lines, said to be wrong all at once, and kept with its reason', async () => {
    const colin = await demo.signIn('colin.webb');
    const page = await colin.get('/set-up/checks');
    expect(textOf(page.html)).toContain('EHCP = Education, Health and Care Plan');
    const wrong = await colin.send(page, '/set-up/checks', {
      glossary: 'ACD\nDTOC = delayed transfer of care',
      disclosureThreshold: '1',
      lengthGuide: 'short',
    });
    expect(wrong.status).toBe(400);
    for (const field of ['glossary', 'disclosureThreshold', 'lengthGuide']) {
      expect(wrong.html).toContain(`href="#${field}"`);
    }
    expect(wrong.html).toContain('DTOC = delayed transfer of care');
    const saved = await colin.send(page, '/set-up/checks', {
      glossary: 'ACD = automatic call distributor',
      disclosureThreshold: '',
      lengthGuide: '20',
      reason: 'Agreed by the editors',
    });
    expect(textOf(saved.html)).toContain('Saved.');
    const context = `The ACD was off for a day. ${'It was a quiet quarter, as such quarters go. '.repeat(4)}`;
    const checked = await colin.send(await colin.get(calls), calls, { do: 'check', ...figures, context });
    const advice = /<div data-findings="context"[\s\S]*?<\/ul>/.exec(checked.html)?.[0] ?? '';
    expect(textOf(advice)).toContain('20 words');
    expect(textOf(advice)).not.toContain('“ACD”');
    const reader = await (await demo.signIn('petra.hollis')).get('/set-up/checks');
    expect(textOf(reader.html)).toContain('Small numbers of people are not checked.');
    expect(reader.html).not.toContain('<textarea');
  });
});

describe.skipIf(chromiumMissing !== null)(`in a browser${chromiumMissing ?? ''}`, () => {
  it('advice comes and goes as somebody types, and a reason that is being typed stays', async () => {
    const address = await demo.listen();
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
      await page.goto(`${address}/sign-in`);
      await page.locator(`button[value="${officer}"]`).click();
      await page.goto(address + calls);
      const context = page.getByLabel('Context for current performance');
      await context.fill('The average wait was 3.9 minutes.');
      const place = page.locator('[data-findings="context"]');
      await place.locator('li').first().waitFor({ state: 'detached', timeout: 15_000 });
      await context.fill('The average wait has improved since quarter 2.');
      await place.getByText('Please check').waitFor({ timeout: 15_000 });
      await place.getByText('It is right as it stands').click();
      await place.getByLabel('Why').fill('Counted anew');
      await context.fill('The average wait has improved since quarter 2. Write to calls@borchester.example.');
      await place.getByText('calls@borchester.example').first().waitFor({ timeout: 15_000 });
      expect(await place.getByLabel('Why').first().inputValue()).toBe('Counted anew');
      await place.getByRole('button', { name: 'Dismiss it' }).first().click();
      await page.getByText('Dismissed, with your reason.').waitFor();
      await page.getByText('1 remark dismissed').click();
      await page.getByText('“Counted anew”').waitFor();
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

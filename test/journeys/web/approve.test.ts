import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import type { Browser } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
beforeAll(() => demo.begin());
afterAll(() => demo.end());

const at = (place: string, code: string) => `/${place}/2018-19-Q3/${measureAddress(code)}`;
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const queued = async (browser: Browser) =>
  [...(await browser.get('/approve')).html.matchAll(/href="(\/approve\/[^"]+)"/g)].map((found) => found[1]!);

async function submit(code: string, person: string, context: string) {
  const officer = await demo.signIn(person);
  const page = await officer.get(at('update', code));
  const field = page.html.includes('name="toDate"') ? 'toDate' : 'actual';
  const figures = { [field]: '42', forecast: '60' };
  const texts = { context, actions: 'Rounds were changed. Crews were told.', intervention: 'None needed.' };
  const sent = await officer.send(page, at('update', code), { do: 'submit', ...figures, ...texts });
  expect(textOf(sent.html)).toContain('Submitted.');
}

describe('an approver', () => {
  it('sees only what changed, and why to look twice', async () => {
    const judith = await demo.signIn('judith.shah');
    const page = await judith.get(at('approve', 'LIB.7'));
    const said = textOf(page.html);
    expect(said).toContain('Submitted by Rosalind Okoro');
    expect(said).toContain('was Green');
    expect(said).toContain('Is a decimal point or a nought out of place?');
  });

  it('sends back with a question about a sentence, and the answer is all that is new', async () => {
    await submit('WST-1', 'gareth.pym', 'Ice stopped two rounds. All were made up.');
    const judith = await demo.signIn('judith.shah');
    const address = at('approve', 'WST-1');
    const page = await judith.get(address);
    const value = /<option value="(context \d)"[^>]*>[^<]*All were made up/.exec(page.html)?.[1] ?? '';
    const empty = await judith.send(page, address, { do: 'sendBack', about: value, question: ' ' });
    expect(empty.status).toBe(400);
    expect(textOf(empty.html)).toContain('Ask your question, or say what should change');
    await judith.send(page, address, { do: 'sendBack', about: value, question: 'By when?' });

    const gareth = await demo.signIn('gareth.pym');
    const asked = await gareth.get(at('update', 'WST-1'));
    expect(textOf(asked.html)).toContain('Judith Shah sent this back with a question By when?');
    expect(textOf(asked.html)).toContain('About “All were made up.” in');
    await submit('WST-1', 'gareth.pym', 'Ice stopped two rounds. All were made up by 20 December.');

    const answer = await judith.get(address);
    expect(textOf(answer.html)).toContain('You asked: By when?');
    expect(/<ins>[\s\S]*by 20 December[\s\S]*<\/ins>/.test(answer.html)).toBe(true);
    expect(textOf(answer.html)).toContain('Word for word as it was when you sent it back.');
  });

  it('approves once, however often the button is pressed', async () => {
    const judith = await demo.signIn('judith.shah');
    const address = at('approve', 'WST-1');
    const page = await judith.get(address);
    const both = await Promise.all([1, 2].map(() => judith.send(page, address, { do: 'approve', note: '' })));
    for (const one of both) expect([200, 409]).toContain(one.status);
    const after = await judith.get(address);
    expect(textOf(after.html)).toContain('This has been approved by Judith Shah.');
    expect(after.html.split('approved it').length).toBe(2);
    const again = await judith.send(page, address, { do: 'approve', note: '' });
    expect(again.status).toBe(200);
  });

  it('is told when the officer changed it meanwhile, and decides about nothing unseen', async () => {
    const judith = await demo.signIn('judith.shah');
    const [address] = (await queued(judith)).filter((one) => one !== at('approve', 'LIB.7'));
    const page = await judith.get(address!);
    const team = await demo.signIn('colin.webb');
    const update = address!.replace('/approve/', '/update/');
    const form = await team.get(update);
    await team.send(form, update, { do: 'submit', ...fieldsOf(form.html), context: 'Changed since.' });
    const late = await judith.send(page, address!, { do: 'approve', note: 'Thank you' });
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toContain('It has been changed since you opened it');
    expect(late.html).toContain('Thank you');
  });

  it('never approves what they typed', async () => {
    const judith = await demo.signIn('judith.shah');
    const page = await judith.get(at('approve', 'LEI 3'));
    expect(textOf(page.html)).toContain('This has not been submitted for approval.');
    expect(page.html).not.toContain('value="approve"');
  });
});

describe('approving in one go', () => {
  it('takes those with a tick and nothing else, all or none', async () => {
    const lionel = await demo.signIn('lionel.grant');
    const page = await lionel.get('/approve');
    const ticked = [...page.html.matchAll(/name="which" value="([^"]+)"/g)].map((found) => found[1]!);
    expect(ticked.length).toBeGreaterThan(0);
    const forged = await lionel.send(page, '/approve', { which: '2018-19/Q3 1 LIB.7' });
    expect(forged.status).toBe(400);
    expect(textOf(forged.html)).toContain('none was approved');
    const none = await lionel.send(page, '/approve', {});
    expect(textOf(none.html)).toContain('Choose the updates to approve');
    const done = await lionel.send(page, '/approve', { which: ticked[0]! });
    expect(textOf(done.html)).toContain('1 update approved.');
  });

  it('takes nothing that should be read first, though it waits for the same person', async () => {
    const judith = await demo.signIn('judith.shah');
    const page = await judith.get('/approve');
    expect(page.html).toContain(at('approve', 'LIB.7'));
    const forged = await judith.send(page, '/approve', { which: '2018-19/Q3 1 LIB.7' });
    expect(textOf(forged.html)).toContain('none was approved');
    expect((await judith.get(at('approve', 'LIB.7'))).html).toContain('value="approve"');
  });

  it('says when nothing waits', async () => {
    const reader = await demo.signIn('tom.venables');
    expect(textOf((await reader.get('/approve')).html)).toContain('Nothing is waiting for your approval.');
  });
});

/** What the boxes of a form hold. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input class="govuk-input[^>]*>/g)) {
    fields[/name="([^"]*)"/.exec(tag)?.[1] ?? ''] = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  for (const [, name = '', text = ''] of html.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields[name] = text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<');
  }
  return fields;
}

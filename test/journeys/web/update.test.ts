import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoResponsibilities } from '../../../src/demo/people/people.ts';
import { measureAddress } from '../../../src/web/addresses.ts';
import { type Browser, hiddenFields } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
beforeAll(() => demo.begin());
afterAll(() => demo.end());

const visits = `/update/2018-19-Q3/${measureAddress('LEI 3')}`;
const bins = `/update/2018-19-Q3/${measureAddress('WST-1')}`;
const texts = {
  context: 'Both pools were open all quarter.',
  actions: 'A winter offer ran in November.',
  intervention: 'None needed.',
};
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

async function open(browser: Browser, address = visits) {
  const page = await browser.get(address);
  expect(page.status).toBe(200);
  return page;
}

describe('an officer and a measure', () => {
  it('sees what it is, its target, and last quarter’s texts beside empty boxes', async () => {
    const page = await open(await demo.signIn('tom.venables'));
    const said = textOf(page.html);
    expect(said).toContain('Visits to leisure centres');
    expect(said).toMatch(/The target is [\d,]+ for this period and [\d,]+ for the year end/);
    expect(said).toContain('Quarter 2, 2018-19');
    expect(said).toContain('Due Monday 14 January, 5 days left.');
  });

  it('has the figures judged without scripts, and nothing is saved by that', async () => {
    const browser = await demo.signIn('tom.venables');
    const page = await open(browser);
    const checked = await browser.send(page, visits, {
      do: 'check',
      toDate: '9',
      actual: '9',
      forecast: '1',
    });
    expect(checked.status).toBe(200);
    expect(textOf(checked.html)).toContain('Is a decimal point or a nought out of place?');
    expect(textOf((await open(browser)).html)).toContain('Not started');
  });

  it('is asked whether a figure is final where little is missing for another status; its approver too', async () => {
    const calls = `/update/2018-19-Q3/${measureAddress('CSC 1.3')}`;
    const { owner, approvers } = demoResponsibilities.find(({ measure }) => measure === 'CSC 1.3')!;
    const asked =
      'The status could easily have been another: anything higher would be Red. Is the figure final?';
    const browser = await demo.signIn(owner!);
    // The target is 4.0 minutes, and Amber reaches to 4.2.
    const far = await browser.send(await open(browser, calls), calls, { do: 'check', actual: '4.1' });
    expect(textOf(far.html)).toContain('The status could easily have been another: 0.1 minutes from');
    const clear = await browser.send(await open(browser, calls), calls, { do: 'check', actual: '5.0' });
    expect(textOf(clear.html)).not.toContain('could easily have been another');
    const close = await browser.send(await open(browser, calls), calls, { do: 'check', actual: '4.2' });
    expect(textOf(close.html)).toContain(asked);
    await browser.send(close, calls, { do: 'submit', actual: '4.2', forecast: '4.5', ...texts });
    const approver = await demo.signIn(approvers.headOfService!);
    const page = await open(approver, `/approve/2018-19-Q3/${measureAddress('CSC 1.3')}`);
    expect(textOf(page.html)).toContain(asked);
  });

  it('is told all that is wrong at once, beside each field, and keeps what was typed', async () => {
    const browser = await demo.signIn('tom.venables');
    const field = (await open(browser)).html.includes('name="toDate"') ? 'toDate' : 'actual';
    const wrong = await browser.send(await open(browser), visits, {
      do: 'submit',
      [field]: '1.000,0',
      forecast: 'lots',
      context: 'Kept as typed',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('<title>Error: ');
    expect(wrong.html).toContain(`href="#${field}"`);
    expect(wrong.html).toContain('href="#forecast"');
    expect(wrong.html).toContain('Kept as typed');
    expect(wrong.html).toContain('value="1.000,0"');
  });

  it('starts from last quarter’s text, in front of what is there', async () => {
    const browser = await demo.signIn('gareth.pym');
    const page = await open(browser, bins);
    const started = await browser.send(page, bins, { do: 'start-context', context: 'And new.' });
    const box = /<textarea[^>]*name="context"[^>]*>([\s\S]*?)<\/textarea>/.exec(started.html)?.[1] ?? '';
    const then = /<div class="ot-beside__then">[\s\S]*?<p class="govuk-body-s ot-pre">([\s\S]*?)<\/p>/.exec(
      page.html,
    )?.[1];
    expect(box).toBe(then === undefined ? 'And new.' : `${then}\n\nAnd new.`);
  });

  it('saves, comes back, and submits', async () => {
    const browser = await demo.signIn('tom.venables');
    const page = await open(browser);
    const field = page.html.includes('name="toDate"') ? 'toDate' : 'actual';
    const saved = await browser.send(page, visits, { do: 'save', [field]: '1,200,000' });
    expect(textOf(saved.html)).toContain('Saved. You can carry on with it at any time.');
    const again = await open(browser);
    expect(again.html).toContain('value="1,200,000"');
    const sent = await browser.send(again, visits, {
      do: 'submit',
      [field]: '1,200,000',
      forecast: '1,600,000',
      ...texts,
    });
    expect(sent.url).toContain('/my-work');
    expect(textOf(sent.html)).toContain('Submitted. Your approver can see it now.');
    const there = await open(browser);
    expect(textOf(there.html)).toContain('With approver');
  });

  it('brings what is pasted from Word into shape', async () => {
    const browser = await demo.signIn('gareth.pym');
    const page = await open(browser, bins);
    await browser.send(page, bins, {
      do: 'save',
      context: 'Two\u00a0causes:\r\n•\tsickness\r\n•\tice\u200b',
    });
    expect((await open(browser, bins)).html).toContain('Two causes:\n- sickness\n- ice</textarea>');
  });
});

describe('two editors', () => {
  it('the later sees both and chooses; nothing of either is lost', async () => {
    const [owner, colleague] = [await demo.signIn('gareth.pym'), await demo.signIn('colin.webb')];
    const [hers, his] = [await open(owner, bins), await open(colleague, bins)];
    await owner.send(hers, bins, { do: 'save', actual: '41', context: 'Typed first' });
    const late = await colleague.send(his, bins, { do: 'save', actual: '43', context: 'Typed second' });
    expect(late.status).toBe(409);
    for (const words of ['Gareth Pym has changed this too', 'Typed first', 'Typed second', '41', '43']) {
      expect(textOf(late.html)).toContain(words);
    }
    const chosen = await colleague.send(late, bins, { do: 'save', actual: '41', context: 'Typed second' });
    expect(chosen.status).toBe(200);
    const now = await open(owner, bins);
    expect(now.html).toContain('value="41"');
    expect(now.html).toContain('Typed second');
    expect(textOf(now.html)).toContain('Colin Webb saved a draft on behalf of Gareth Pym');
  });

  it('a script that saves by itself is told as well, and overwrites nothing', async () => {
    const browser = await demo.signIn('gareth.pym');
    const hidden = hiddenFields((await open(browser, bins)).html, bins);
    const post = (form: Record<string, string>) =>
      browser.post(`${bins}/draft`, form, { 'x-requested-with': 'outturn' });
    const saved = JSON.parse((await post({ ...hidden, actual: '44' })).html);
    expect(saved.message).toBe('Saved 9:00am');
    expect(saved.judged).toContain('Status now');
    const late = await post({ ...hidden, actual: '45' });
    expect(late.status).toBe(409);
    expect(JSON.parse(late.html).message).toContain('Somebody else has changed this');
  });
});

describe('nothing typed is lost', () => {
  it('when the session ends meanwhile, it is offered after signing in again', async () => {
    const browser = await demo.signIn('gareth.pym');
    const page = await open(browser, bins);
    const begun = demo.now;
    demo.now = '2019-01-09T10:30:00.000Z';
    const out = await browser.send(page, bins, { do: 'save', context: 'Typed over lunch' });
    expect(out.url).toContain('/sign-in');
    const back = await browser.send(out, '/sign-in/demonstration', { person: 'gareth.pym' });
    expect(textOf(back.html)).toContain('Typed over lunch');
    demo.now = begun;
  });
});

describe('evidence', () => {
  const boundary = 'x7';
  async function upload(
    browser: Browser,
    fields: Record<string, string>,
    file: [name: string, text: string],
  ) {
    const page = await browser.get(`${bins}/evidence`);
    const hidden = hiddenFields(page.html, `${bins}/evidence`);
    const parts = Object.entries({ ...hidden, ...fields }).map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const [name, text] = file;
    const body = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n${text}\r\n--${boundary}--\r\n`;
    return demo.server.inject({
      method: 'POST',
      url: `${bins}/evidence`,
      headers: {
        host: 'outturn.test',
        cookie: `outturn=${browser.cookie()}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: body,
    });
  }

  it('is added as a file, listed, and saved as it was, never shown as a page', async () => {
    const browser = await demo.signIn('gareth.pym');
    const added = await upload(browser, { title: 'Case system', url: '' }, ['cases.csv', 'a,b\r\n1,2']);
    expect(added.statusCode).toBe(303);
    const page = await browser.get(`${bins}/evidence`);
    const href = /href="([^"]+\/file)"/.exec(page.html)?.[1] ?? '';
    const file = await browser.get(href);
    expect(file.html).toBe('a,b\r\n1,2');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="cases.csv"');
    expect(file.headers.get('content-type')).toContain('text/csv');
  });

  it.each<[string, Record<string, string>, [string, string], string]>([
    ['a page', { title: '', url: '' }, ['a.html', '<script>'], 'The file must be one of these'],
    ['an empty file', { title: '', url: '' }, ['a.csv', ''], 'The file is empty'],
    ['nothing', { title: '', url: '' }, ['', ''], 'Choose a file, or give a link'],
    ['a script', { title: '', url: 'javascript:alert(1)' }, ['', ''], 'begins with https://'],
    ['both', { title: '', url: 'https://a.example/' }, ['a.csv', 'x'], 'either a file or a link'],
  ])('refuses %s and says what to do', async (_what, fields, file, words) => {
    const refused = await upload(await demo.signIn('gareth.pym'), fields, file);
    expect(refused.statusCode).toBe(400);
    expect(textOf(refused.body)).toContain(words);
  });
});

describe('who may', () => {
  it.each([
    ['raymond.tuck', 403],
    ['petra.hollis', 200],
    ['priya.nandra', 200],
    ['alan.prewitt', 403],
  ])('%s gets %i', async (person, status) => {
    expect((await (await demo.signIn(person)).get(bins)).status).toBe(status);
  });

  it('reading is not entering', async () => {
    const browser = await demo.signIn('petra.hollis');
    const page = await browser.get(bins);
    expect(page.html).not.toContain('<textarea');
    const token = hiddenFields(page.html, '/sign-out');
    const tried = await browser.post(bins, { ...token, do: 'save', actual: '1', version: '0' });
    expect([403, 409]).toContain(tried.status);
  });
});

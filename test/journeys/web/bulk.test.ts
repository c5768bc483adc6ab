import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { pasted } from '../../../src/web/pages/bulk/pasted.ts';
import { type Browser, hiddenFields } from './browser.ts';
import { DemoSite } from './demo-site.ts';
import { formWith } from './multipart.ts';

const demo = new DemoSite();
beforeAll(() => demo.begin());
afterAll(() => demo.end());

const bulk = '/bulk/2018-19-Q3';
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const held = async (browser: Browser, code: string, field: string) => {
  const { html } = await browser.get(bulk);
  const [tag = ''] =
    new RegExp(`<input[^>]*name="${field}\\.${measureAddress(code)}"[^>]*>`).exec(html) ?? [];
  return / value="([^"]*)"/.exec(tag)?.[1] ?? '';
};

describe('several measures in one table', () => {
  it('holds those that an officer may enter, and nobody else’s', async () => {
    const gareth = await demo.signIn('gareth.pym');
    const page = await gareth.get(bulk);
    expect(textOf(page.html)).toContain('2 measures to enter');
    expect(page.html).not.toContain(measureAddress('LEI 3'));
    expect(textOf((await (await demo.signIn('judith.shah')).get(bulk)).html)).toContain(
      'There is nothing for you',
    );
    expect((await (await demo.signIn('raymond.tuck')).get(bulk)).status).toBe(403);
  });

  it('saves all that changed, or nothing and every row that is wrong', async () => {
    const gareth = await demo.signIn('gareth.pym');
    const [one, two] = ['WST-1', 'WST-2'].map(measureAddress);
    const page = await gareth.get(bulk);
    const wrong = await gareth.send(page, bulk, {
      do: 'save',
      [`actual.${one}`]: '41',
      [`actual.${two}`]: '1.000,0',
    });
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.html)).toContain('Nothing was saved');
    expect(wrong.html).toContain(`href="#${two}"`);
    expect(wrong.html).toContain('value="41"');
    expect(await held(gareth, 'WST-1', 'actual')).toBe('');
    await gareth.send(page, bulk, { do: 'save', [`actual.${one}`]: '41', [`actual.${two}`]: '46.1' });
    expect(await held(gareth, 'WST-1', 'actual')).toBe('41');
    const stale = await gareth.send(page, bulk, {
      do: 'save',
      [`actual.${one}`]: '42',
      [`actual.${two}`]: '46.1',
    });
    expect(textOf(stale.html)).toContain('Somebody else has changed this since you opened the table');
    expect(await held(gareth, 'WST-1', 'actual')).toBe('41');
  });

  it('takes cells pasted from a spreadsheet, checked by the importer', async () => {
    const gareth = await demo.signIn('gareth.pym');
    const page = await gareth.get(bulk);
    const send = (cells: string) =>
      gareth.post(`${bulk}/pasted`, { ...hiddenFields(page.html, `${bulk}/pasted`), cells });
    const wrong = await send('WST-1\t44\t180\nWST-9\tlots\t1');
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.html)).toContain('There is no measure with the code “WST-9”');
    expect(wrong.html).toContain('WST-9\tlots');
    expect(await held(gareth, 'WST-1', 'actual')).toBe('41');
    const done = await send('WST-1\t44\t180');
    expect(textOf(done.html)).toContain('1 measure saved.');
    expect(await held(gareth, 'WST-1', 'forecast')).toBe('180');
  });

  it('gives a workbook of these measures, and takes it back', async () => {
    const gareth = await demo.signIn('gareth.pym');
    const page = await gareth.get(bulk);
    const asked = { method: 'GET' as const, url: `${bulk}/template.xlsx` };
    const headers = { host: 'outturn.test', cookie: `outturn=${gareth.cookie()}` };
    const workbook = await demo.server.inject({ ...asked, headers });
    expect(workbook.statusCode).toBe(200);
    const upload = (name: string, bytes: Buffer | string) => {
      const fields = hiddenFields(page.html, `${bulk}/file`);
      const form = formWith(fields, { field: 'file', name, bytes: Buffer.from(bytes) });
      return demo.server.inject({
        method: 'POST',
        url: `${bulk}/file`,
        headers: { ...headers, 'content-type': form.type },
        payload: form.body,
      });
    };
    const untouched = await upload('updates.xlsx', workbook.rawPayload);
    expect(untouched.statusCode).toBe(303);
    const csv = await upload('updates.csv', 'Code,Actual,Context\r\nWST-1,45,"Ice, and sickness"\r\n');
    expect(csv.statusCode).toBe(303);
    expect(await held(gareth, 'WST-1', 'actual')).toBe('45');
    const wrong = await upload('updates.csv', 'Code,Actual\r\nWST-1,=1+1\r\nLEI 3,7\r\n');
    expect(wrong.statusCode).toBe(400);
    expect(textOf(wrong.body)).toContain('updates.csv, row 2');
  });
});

it.each([
  ['LEI 3\t1,200\t1,600', 'Code,Actual,Forecast\r\nLEI 3,"1,200","1,600"\r\n'],
  ['Code\tForecast\n\nA\t5\n', 'Code,Forecast\r\nA,5\r\n'],
])('reads %j as a table', (cells, csv) => expect(pasted(cells)).toBe(csv));

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAddress } from '../../../src/web/addresses.ts';
import { DemoSite } from './demo-site.ts';

const demo = new DemoSite();
beforeAll(() => demo.begin());
afterAll(() => demo.end());

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const away = '/my-work/away';
const visits = `/update/2018-19-Q3/${measureAddress('LEI 3')}`;

describe('My work', () => {
  it('says what is due, when, and who approves it, and where the last figures went', async () => {
    const said = textOf((await (await demo.signIn('tom.venables')).get('/my-work')).html);
    expect(said).toContain('You have 2 measures to update.');
    expect(said).toContain('Monday 14 January 5 days left');
    expect(said).toContain('Judith Shah');
    expect(said).toContain('Your 2 measures for Quarter 2, 2018-19 went to the leadership team on');
  });

  it.each([
    [{ deputy: '', fromDay: '', untilDay: '' }, 'Choose who stands in for you'],
    [{ deputy: 'nobody.here', fromDay: '', untilDay: '' }, 'Choose who stands in for you'],
    [{ deputy: 'tom.venables', fromDay: '', untilDay: '' }, 'you cannot stand in for yourself'],
    [{ deputy: 'gareth.pym', fromDay: 'soon', untilDay: '' }, 'The first day away must be a real date'],
    [
      { deputy: 'gareth.pym', fromDay: '20/1/2019', untilDay: '18/1/2019' },
      'The last day away must be on or after the first',
    ],
  ])('does not pass work on as %j, and keeps what was typed', async (typed, words) => {
    const tom = await demo.signIn('tom.venables');
    const refused = await tom.send(await tom.get('/my-work'), away, typed);
    expect(refused.status).toBe(400);
    expect(textOf(refused.html)).toContain(words);
    if (typed.fromDay !== '') expect(refused.html).toContain(`value="${typed.fromDay}"`);
  });

  it('passes to a deputy, who may enter it, and comes back', async () => {
    const tom = await demo.signIn('tom.venables');
    const gareth = await demo.signIn('gareth.pym');
    expect((await gareth.get(visits)).html).not.toContain('<textarea');
    const typed = { deputy: 'gareth.pym', fromDay: '', untilDay: '18/1/2019' };
    const gone = await tom.send(await tom.get('/my-work'), away, typed);
    expect(textOf(gone.html)).toContain(
      'Gareth Pym stands in for you from Wednesday 9 January until Friday 18',
    );
    expect(textOf((await gareth.get('/my-work')).html)).toContain(
      'LEI 3, Quarter 3, 2018-19, in place of Tom Venables',
    );
    expect((await gareth.get(visits)).html).toContain('<textarea');
    await tom.send(await tom.get('/my-work'), away, { back: 'yes' });
    expect((await gareth.get(visits)).html).not.toContain('<textarea');
  });
});

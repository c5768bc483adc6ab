import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAuditTrail } from '../../../src/store/audit.ts';
import type { Browser, Seen } from './browser.ts';
import { DemoSite } from './demo-site.ts';

const site = new DemoSite();
let colin: Browser;
beforeAll(async () => {
  await site.begin();
  colin = await site.signIn('colin.webb');
});
afterAll(() => site.end());

const page = '/set-up/rounds';
const nextYear = `${page}?year=2019-20`;
const textOf = ({ html }: Seen): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
const shownIn = ({ html }: Seen, name: string): string | undefined =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(html)?.[1];

describe('the rounds of a year on one page', () => {
  it('shows every round with its days, and England’s bank holidays among them', async () => {
    const seen = await colin.get(page);
    const text = textOf(seen);
    expect(text).toContain('Rounds of 2018-19');
    expect(text).toContain('2 rounds of this year have been opened. 1 is planned ahead. 1 has no days yet.');
    expect(text).toMatch(/Quarter 3 Open Opens Wed 2 Jan 2019/);
    expect(text).toMatch(/Quarter 4 Planned Opens Mon 1 Apr 2019 Updates due Fri 10 May 2019/);
    expect(text).toContain('Good Friday');
    expect(text).toContain('Next year: 2019-20');
    expect(seen.html).toContain('href="/round/2018-19-Q3"');
    expect(seen.html).toContain('href="/set-up/rounds/2018-19-Q4"');
    // A round that is open already has its meetings on its own page.
    expect(shownIn(seen, 'cabinetOn-2018-19-Q4')).toBe('12/6/2019');
    expect(shownIn(seen, 'cabinetOn-2018-19-Q3')).toBeUndefined();
  });

  it('goes as far as two years ahead, and no further', async () => {
    expect((await colin.get(`${page}?year=2020-21`)).status).toBe(200);
    for (const year of ['2021-22', '1950-51', '2019', '2019-20A', 'nonsense']) {
      expect(`${year}: ${(await colin.get(`${page}?year=${year}`)).status}`).toBe(`${year}: 404`);
    }
  });

  it('is read by audit and the administrator, and changed by the performance team alone', async () => {
    const audit = await (await site.signIn('petra.hollis')).get(page);
    expect(audit.status).toBe(200);
    expect(audit.html).not.toContain('Save the days');
    expect((await (await site.signIn('tom.venables')).get(page)).status).toBe(403);
  });
});

describe('the meetings of a year', () => {
  it('are shown worked back before anything is saved', async () => {
    const seen = await colin.send(await colin.get(nextYear), page, {
      pasted: 'Round\tCabinet\tScrutiny\nQ1\t11/9/2019\t17/9/2019\nQ2\t13/11/2019\t',
      do: 'check',
    });
    expect(seen.status).toBe(200);
    expect(textOf(seen)).toContain('These days are not saved yet');
    expect(textOf(seen)).toMatch(/Quarter 1 Planned .* Cabinet Wed 11 Sep 2019 Scrutiny Tue 17 Sep 2019/);
    expect(shownIn(seen, 'cabinetOn-2019-20-Q1')).toBe('11/9/2019');
    expect(textOf(await colin.get(nextYear))).toContain('4 have no days yet');
  });

  it('are refused all at once, with what was typed kept', async () => {
    const seen = await colin.send(await colin.get(nextYear), page, {
      'cabinetOn-2019-20-Q1': 'September',
      'cabinetOn-2019-20-Q2': '25/12/2019',
      'scrutinyOn-2019-20-Q3': '20/1/2020',
      pasted: 'Q4, then',
      do: 'save',
    });
    expect(seen.status).toBe(400);
    const text = textOf(seen);
    expect(text).toContain('Quarter 1, 2019-20: the day of Cabinet must be a real date, like 14/1/2019');
    expect(text).toContain('Quarter 2, 2019-20: Cabinet cannot meet on 25-Dec-2019: it is Christmas Day');
    expect(text).toContain('Scrutiny must meet at least');
    expect(text).toContain('Line 1: “then” must be a real date');
    expect(shownIn(seen, 'cabinetOn-2019-20-Q1')).toBe('September');
    expect(seen.html).toContain('Q4, then</textarea>');
    expect(textOf(await colin.get(nextYear))).toContain('4 have no days yet');
  });

  it('are saved together, once; the days set by hand stay while the meetings do', async () => {
    const first = await colin.get(nextYear);
    const meetings = {
      'cabinetOn-2019-20-Q1': '11/9/2019',
      'cabinetOn-2019-20-Q2': '13/11/2019',
      'cabinetOn-2019-20-Q3': '12/2/2020',
      'cabinetOn-2019-20-Q4': '10/6/2020',
    };
    const saved = await colin.send(first, page, { ...meetings, do: 'save' });
    expect(textOf(saved)).toContain('The days of 4 rounds have been saved.');
    const one = await colin.get('/set-up/rounds/2019-20-Q1');
    expect(shownIn(one, 'updatesDue')).toBe('9/8/2019');
    const days = Object.fromEntries(
      ['cabinetOn', 'approvalsDue-headOfService', 'freezeOn', 'publishOn'].map((name) => [
        name,
        shownIn(one, name) ?? '',
      ]),
    );
    const byHand = await colin.send(one, '/set-up/rounds/2019-20-Q1', {
      ...days,
      updatesDue: '7/8/2019',
      do: 'save',
    });
    expect(textOf(byHand)).toContain('The days of Quarter 1, 2019-20 have been saved.');
    const again = await colin.send(await colin.get(nextYear), page, {
      ...meetings,
      'cabinetOn-2019-20-Q2': '14/11/2019',
      do: 'save',
    });
    expect(textOf(again)).toContain('The days of 1 round have been saved.');
    expect(shownIn(await colin.get('/set-up/rounds/2019-20-Q1'), 'updatesDue')).toBe('7/8/2019');
    // The page that was opened first has days that are no longer held.
    const late = await colin.send(first, page, { ...meetings, do: 'save' });
    expect(late.status).toBe(409);
    expect(textOf(late)).toContain('Somebody else has changed the days of Quarter 1, 2019-20');
    const trail = await readAuditTrail(site.store, { authority: 'borchester', object: { kind: 'setting' } });
    const events = trail.filter(({ object }) => object.id.startsWith('plannedRound 2019-20'));
    expect(events.map(({ actor, actingAs }) => [actor, actingAs])).toEqual(
      Array.from({ length: 6 }, () => ['colin.webb', 'performanceTeam']),
    );
  });

  it('clash where a deadline is on a day off', async () => {
    const one = await colin.get('/set-up/rounds/2019-20-Q3');
    const days = Object.fromEntries(
      ['cabinetOn', 'updatesDue', 'approvalsDue-headOfService', 'publishOn'].map((name) => [
        name,
        shownIn(one, name) ?? '',
      ]),
    );
    await colin.send(one, '/set-up/rounds/2019-20-Q3', { ...days, freezeOn: '25/1/2020', do: 'save' });
    const text = textOf(await colin.get(nextYear));
    expect(text).toContain(
      '1 clash Quarter 3, 2019-20: “Figures are frozen” falls on 25-Jan-2020, a Saturday.',
    );
    expect(text).toContain('Day off: a Saturday');
  });

  it('are taken back for a round that is not planned after all', async () => {
    const one = await colin.get('/set-up/rounds/2019-20-Q4');
    const gone = await colin.send(one, '/set-up/rounds/2019-20-Q4', { do: 'forget' });
    expect(textOf(gone)).toContain('Quarter 4, 2019-20 is not planned any more.');
    expect(textOf(gone)).toContain('1 has no days yet');
  });
});

describe('a round that is planned', () => {
  it('is in the calendars of everybody it concerns, marked so', async () => {
    const linesFor = async (person: string) => {
      const browser = await site.signIn(person);
      const made = await browser.send(await browser.get('/account/calendar'), '/account/calendar');
      const address = /\/calendar\/[\w-]+\.ics/.exec(made.html)?.[0] ?? '';
      return (await browser.get(address)).html.replaceAll('\r\n ', '').split('\r\n');
    };
    const officer = await linesFor('tom.venables');
    expect(officer).toContainEqual(
      expect.stringMatching(/^SUMMARY:Figures due: \d+ measures?\\, Quarter 4\\, 2018-19 \(planned\)$/),
    );
    expect(officer).toContain('SUMMARY:Cabinet: performance\\, Quarter 4\\, 2018-19 (planned)');
    expect(await linesFor('judith.shah')).toContainEqual(
      expect.stringMatching(
        /^SUMMARY:Sign-off due \(head of service\): \d+ measures\\, Quarter 4\\, 2018-19 \(planned\)$/,
      ),
    );
    const team = await linesFor('colin.webb');
    expect(team).toContain('SUMMARY:Figures are frozen: performance\\, Quarter 4\\, 2018-19 (planned)');
    expect(team).toContain('URL:http://outturn.test/set-up/rounds/2018-19-Q4');
  });

  it('is opened with the days that were planned, and from then on changed on its own page', async () => {
    site.now = '2019-04-02T09:00:00.000Z';
    colin = await site.signIn('colin.webb');
    const link = await colin.get('/set-up/rounds/2018-19-Q4');
    expect(link.html).toContain('href="/round/new?period=2018-19%2FQ4"');
    const opening = await colin.get('/round/new?period=2018-19%2FQ4');
    expect(shownIn(opening, 'updatesDue')).toBe('10/5/2019');
    const days = Object.fromEntries(
      [...opening.html.matchAll(/name="([\w-]+)"[^>]*value="(\d+\/\d+\/\d{4})"/g)].map(([, name, day]) => [
        name!,
        day!,
      ]),
    );
    const opened = await colin.send(opening, '/round/new', { ...days, period: '2018-19/Q4', do: 'open' });
    expect(textOf(opened)).toContain('The round is open.');
    expect((await colin.get('/set-up/rounds/2018-19-Q4')).url).toContain('/round/2018-19-Q4/plan');
    expect(textOf(await colin.get(`${page}?year=2018-19`))).toMatch(/Quarter 4 Open Opens Tue 2 Apr 2019/);
  });
});

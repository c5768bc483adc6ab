import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../commentary/plain-text.ts';
import type { CommentaryPart, TextTree } from '../commentary/text-tree.ts';
import { periodOf } from '../period/parse.ts';
import type { Forum } from './forum.ts';
import { suggestionKey, suggestionsIn } from './suggest.ts';
import { forumsNamed } from './suggest-forums.ts';

const treeOf = (...paragraphs: string[]): TextTree =>
  paragraphs.map((text) => ({ type: 'p', children: [{ type: 'text', text }] }));

const scrutiny: Forum = {
  id: 'executive-scrutiny',
  name: 'Executive Scrutiny Board',
  aliases: ['Executive Scrutiny', 'ESB'],
  kind: 'scrutiny',
  validFrom: '2010-01-01',
  validTo: null,
  meetings: ['2018-09-18', '2018-11-20', '2019-02-19'],
};

/** What one sentence of the third column, or of the second, promises in the second quarter of 2018-19. */
const one = (sentence: string, part: CommentaryPart = 'intervention', period = '2018-19/Q2') => {
  const [found] = suggestionsIn([{ part, tree: treeOf(sentence) }], periodOf(period), [scrutiny]);
  return found === undefined ? null : [found.forum?.name ?? null, found.due?.day ?? null];
};

describe('what a sentence promises', () => {
  it.each<[string, string | null, string | null]>([
    // a forum of the list, at its meeting of the month that is named
    [
      'To be considered by the Executive Scrutiny Board in November 2018.',
      'Executive Scrutiny Board',
      '2018-11-20',
    ],
    ['The action plan will come to ESB in February.', 'Executive Scrutiny Board', '2019-02-19'],
    // and the last day of the month where no meeting is known
    ['A report will go to executive scrutiny in March 2019', 'Executive Scrutiny Board', '2019-03-31'],
    // forums that are on nobody's list
    ['A peer review of reablement is planned for January.', 'peer review', '2019-01-31'],
    ['Next due for an update to CLT in December 2018.', 'CLT', '2018-12-31'],
    [
      'Progress will be reported to the Housing Improvement Board by 14 December 2018.',
      'Housing Improvement Board',
      '2018-12-14',
    ],
    ['Deep dive to be recommended via a Performance Surgery.', 'Performance Surgery', null],
    [
      'The target is proposed for change in the mid-year review of targets.',
      'mid-year review of targets',
      null,
    ],
    ['For consideration by Cabinet as part of the mid-year review.', 'Cabinet', null],
    [
      'Themes will be raised at our annual meeting with Ofsted in 2019.',
      'annual meeting with Ofsted',
      '2019-12-31',
    ],
    [
      'An update will be part of the 2018/19 forward plan of Corporate Parenting.',
      'Corporate Parenting',
      '2019-03-31',
    ],
    [
      'Executive Scrutiny will have a report in December 2018, and a surgery will be held before the end of March.',
      'Executive Scrutiny Board',
      '2018-12-31',
    ],
    ['Cabinet agreed in August to consult; the results will come back.', 'Cabinet', null],
    // times without a forum
    ['Review performance at the end of Q3.', null, '2018-12-31'],
    ['Measure to be looked at again next quarter.', null, '2018-12-31'],
    ['An audit of case files will be complete before the end of the year.', null, '2019-03-31'],
    ['Follow-up is scheduled for 3 December.', null, '2018-12-03'],
    // promised for a day that has passed by the end of the period: still a promise, and overdue
    ['Demand to be considered by CLT in August 2018.', 'CLT', '2018-08-31'],
  ])('%s', (sentence, forum, due) => {
    expect(one(sentence)).toEqual([forum, due]);
  });

  it.each([
    'Reviewed by the Executive Scrutiny Board in September 2018, when delivery was discussed.',
    'Executive Scrutiny received an update in August 2018.',
    'The measure is reviewed monthly by the CLT Performance Board.',
    'Progress continues to be monitored through the CLT Performance Board.',
    'No further action proposed.',
    'No further interventions scheduled at the end of Q2.',
    'There was a performance surgery on demand in April 2018.',
    'Figures for 2016/17 are now published.',
    'The year end forecast is believed to be realistic.',
    'Performance remains strong and is subject to challenge by the Early Help Improvement Board.',
    'Sessions have run from September onwards.',
    'Briefings began in September and will reach every depot.',
    'We work closely with schools and with the police.',
    '',
  ])('promises nothing: %s', (sentence) => {
    expect(one(sentence)).toBeNull();
  });

  it.each<[string, string | null]>([
    ['We are planning to open the second hub in quarter 3.', '2018-12-31'],
    ['Promotion in three wards is planned for Q3 and Q4.', '2019-03-31'],
    ['The new rota will start by 1 November 2018.', '2018-11-01'],
    ['Training is due to be launched for managers in November.', '2018-11-30'],
    ['Recruitment will continue.', null],
  ])('actions with a time: %s', (sentence, due) => {
    expect(one(sentence, 'actions')).toEqual(due === null ? null : [null, due]);
  });

  it('takes a month without its year as the next one', () => {
    expect(one('To be reviewed in May.', 'intervention', '2018-19/Q4')).toEqual([null, '2019-05-31']);
    expect(one('A peer review in February is planned.', 'intervention', '2018-19/Q3')?.[1]).toBe(
      '2019-02-28',
    );
  });

  it('says where something hangs on something else', () => {
    const text = treeOf('A deep dive will be taken to CLT if performance does not recover by the end of Q3.');
    const [found] = suggestionsIn([{ part: 'intervention', tree: text }], periodOf('2018-19/Q2'), []);
    expect(found).toMatchObject({ conditional: true, due: { day: '2018-12-31' } });
  });

  it('reads lists and each sentence of a paragraph, and asks once for what is said twice', () => {
    const tree: TextTree = [
      ...treeOf('It fell. To be reviewed by CLT in October 2018.'),
      {
        type: 'ul',
        items: [
          treeOf('Report to Cabinet planned for December 2018'),
          treeOf('To be reviewed by CLT in October 2018'),
        ],
      },
    ];
    const found = suggestionsIn([{ part: 'intervention', tree }], periodOf('2018-19/Q2'), []);
    expect(found.map(({ what }) => what)).toEqual([
      'To be reviewed by CLT in October 2018',
      'Report to Cabinet planned for December 2018',
    ]);
    expect(suggestionKey('To  be reviewed; by CLT')).toBe(suggestionKey('to be reviewed by CLT.'));
  });

  it('reads no promises out of the context', () => {
    const tree = treeOf('To be considered by CLT in November 2018.');
    expect(suggestionsIn([{ part: 'context', tree }], periodOf('2018-19/Q2'), [])).toEqual([]);
  });

  it('quotes words that are there, whatever is written', () => {
    const word = fc.constantFrom(
      'will',
      'to be reviewed by',
      'CLT',
      'in',
      'May',
      'Q3',
      '2019',
      'the',
      'Board.',
      '\n- ',
      'if',
      '(',
      '*',
      '“x”',
      'Peer Review',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const tree = treeOf(...words.join(' ').split('\n'));
        for (const found of suggestionsIn([{ part: 'actions', tree }], periodOf('2018-19/Q2'), [scrutiny])) {
          expect(plainText(tree)).toContain(found.words);
          // What lies before the period is history, never a promise.
          expect((found.due?.day ?? '2018-07-01') >= '2018-07-01').toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const shared = [
  new URL('../../../../shared/data/improvement-report-2018-09-30.txt', import.meta.url).pathname,
];
const document = shared.find((each) => existsSync(each));

describe.skipIf(document === undefined)('the founding document (not here: skipped)', () => {
  const cells = document === undefined ? [] : rowsOf(readFileSync(document, 'utf8'));
  const period = periodOf('2018-19/Q2');

  it('names at least ten kinds of forum', () => {
    const named = cells.flatMap(({ paragraphs }) => paragraphs.flatMap((text) => forumsNamed(text, [])));
    const names = new Set(named.map(({ name }) => name.replace(/s$/, '').toLowerCase()));
    const wanted = [
      'executive scrutiny board',
      'clt performance board',
      'corporate leadership team',
      'performance surgery',
      'early help and social care improvement board',
      'cyp demand meeting',
      'corporate parenting',
      'la education board',
      "adult's finance and performance board",
      'annual meeting with ofsted',
      'adult services peer review',
      'mid-year review of target',
      'cabinet',
    ];
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it('suggests what its third column promises, and nothing else', () => {
    const found = cells
      .filter(({ part }) => part === 'intervention')
      .flatMap(({ code, part, paragraphs }) =>
        suggestionsIn([{ part, tree: treeOf(...paragraphs) }], period, []).map(
          ({ forum, due }) => `${code}: ${forum?.name ?? '-'}, ${due?.day ?? 'no day'}`,
        ),
      );
    // Checked by eye against the document, sentence by sentence.
    expect(found).toEqual([
      'YA&H PM08: mid-year review of targets, no day',
      'Regen PM21: mid-year review of the Council Scorecard, no day',
      'CM PM15: -, 2018-12-31',
      'CM PM24: -, 2018-12-31',
      'CM PM24: Performance Surgery, no day',
      'CM PM24a: -, 2018-12-31',
      'CM PM24a: Performance Surgery, no day',
      'CP 08f: Executive Scrutiny Board, 2019-02-28',
      'EARS PM53: Executive Scrutiny Board, 2019-02-28',
      'AHH 02D: Executive Scrutiny Board, 2018-11-30',
      'AHH Local: Executive Scrutiny Board, 2018-11-30',
      'C PM02a: Cabinet, no day',
      'EIIS PM04: Executive Scrutiny, 2018-11-30',
      'L&I PM02a: CYP Executive Scrutiny, no day',
      'L&I PM02a: annual meeting with Ofsted, 2019-12-31',
      "L&I PM23c: Children and Young People's Overview and Scrutiny Board, 2019-03-31",
      'L&I PM23c: annual meeting with Ofsted, 2019-12-31',
      'SEND 6: Executive Scrutiny, 2018-12-31',
      'SEND 6: Performance Surgery, 2019-03-31',
      'SS PM07: CLT, 2018-08-31',
      'SS PM07: Executive Scrutiny, 2018-11-30',
      'SS PM23b: Executive Scrutiny, 2018-11-30',
    ]);
  });
});

interface TextCell {
  code: string;
  part: CommentaryPart;
  paragraphs: string[];
}

/** The second and third texts of each row, without their markup. */
function rowsOf(text: string): TextCell[] {
  const rows = text
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(
      (row) => row.length >= 7 && /Target/.test(row[3] ?? '') && !row[0]?.startsWith('Measure Details'),
    );
  return rows.flatMap((row) =>
    (
      [
        [5, 'actions'],
        [6, 'intervention'],
      ] as const
    ).map(([at, part]) => ({
      code: /^\S+(?: (?:PM\w+|\d\w*|Local))?/.exec(row[0] ?? '')?.[0] ?? '',
      part,
      paragraphs: (row[at] ?? '')
        .replace(/<[^>]+>/g, '\n')
        .split(/\n|(?:^|\s)- /)
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    })),
  );
}

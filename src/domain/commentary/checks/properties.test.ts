import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf } from '../../period/parse.ts';
import { predecessor } from '../../period/relate.ts';
import { checkCommentary } from './check-commentary.ts';
import { exampleDirection, exampleInput, figuresIn } from './example-input.ts';
import type { CheckInput } from './input.ts';

const period = periodOf('2018-19/Q3');
/** Words that the rules look at, so that texts made of them reach far into every rule. */
const TELLING =
  'Performance|The rate|The target of|was|is|has|improved|fell|since|last quarter|Q2|quarter 3|last year|87.4%|90%|£1.2m|12|three|a third of|doubled|compared with|to be considered|in August 2018|by|No further action|proposed|children|repairs|(|)|of|the|,|.|\n|- |forecast|year to date|highest|on record|the same as|slightly|HOM 9.9|TBC|jo@example.gov.uk|Jo Bell|RCV|utilise|+|=|5|10 of 19|per cent|percentage points|and|-|–|’s|"'.split(
    '|',
  );
const telling = fc.array(fc.constantFrom(...TELLING), { maxLength: 60 }).map((words) => words.join(' '));
const anything = fc.string({ unit: 'binary', maxLength: 400 });
const text = fc.oneof(
  telling,
  anything,
  fc.tuple(telling, anything).map(([a, b]) => a + b),
);

const inputOf = (context: string, actions = '', intervention = ''): CheckInput =>
  exampleInput({
    period,
    asOf: '2019-01-09',
    texts: { context, actions, intervention },
    figures: figuresIn(period, {
      now: {
        position: '87.4',
        inPeriod: '87.4',
        target: '90',
        forecast: '89',
        numerator: '1049',
        denominator: '1200',
      },
      past: [
        { position: '84.9', inPeriod: '84.9' },
        { position: '91' },
        { position: '88' },
        { position: '90.2' },
      ],
      yearTarget: '90',
      outturns: ['89.6'],
    }),
    measure: { title: 'Percentage of repairs finished on time (children)' },
    status: { label: 'Red', onTarget: false, isWorst: true },
    forecastStatus: { label: 'Red', onTarget: false, isWorst: true },
    direction: exampleDirection('improving'),
    former: [
      { period: predecessor(period), texts: { context, actions: '', intervention: '' }, status: null },
    ],
    measures: {
      named: [
        { code: 'HOM 2.4', aliases: [], title: 'Homes' },
        { code: 'A(-.*', aliases: ['['], title: '((' },
      ],
      complete: true,
    },
    people: ['Jo Bell', '(. *'],
    disclosureThreshold: 5,
    lengthGuide: 20,
    required: ['context', 'actions', 'intervention'],
  });

describe('laws of the commentary checks', () => {
  it('a finding quotes what is there, and any text is read', () => {
    fc.assert(
      fc.property(text, text, text, (context, actions, intervention) => {
        const input = inputOf(context, actions, intervention);
        for (const { section, quote, at, says, key } of checkCommentary(input)) {
          expect(input.texts[section].slice(at.offset, at.offset + at.length)).toBe(quote);
          expect(at.offset).toBeGreaterThanOrEqual(0);
          expect(at.length).toBe(quote.length);
          expect(says).toMatch(/[.?]$/);
          expect(key).toMatch(/^[0-9a-f]{16}$/);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the same input gives the same findings', () => {
    fc.assert(
      fc.property(text, (context) => {
        expect(checkCommentary(inputOf(context))).toEqual(checkCommentary(inputOf(context)));
      }),
      { numRuns: 100 },
    );
  });

  it('what is said of other things afterwards takes no finding away', () => {
    const beside = ' The panel met in the town hall.';
    const whole = new Set([
      'textUnchanged',
      'sectionEmpty',
      'openAction',
      'offTopic',
      'lengthGuide',
      'longSentence',
    ]);
    fc.assert(
      fc.property(telling, (words) => {
        const before = checkCommentary(inputOf(`${words}.`)).filter(({ rule }) => !whole.has(rule));
        const after = new Set(checkCommentary(inputOf(`${words}.${beside}`)).map(({ key }) => key));
        expect(before.filter(({ key }) => !after.has(key))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('figures ten times as large, in texts that are ten times as large, disagree just the same', () => {
    const said = (factor: number) => {
      const at = (value: number) => String(value * factor);
      return checkCommentary(
        exampleInput({
          period,
          texts: {
            context: `Performance was ${at(40)}. The target of ${at(50)} was met. It was ${at(3)} higher than in quarter 2.`,
          },
          figures: figuresIn(period, {
            now: { position: at(44), target: at(48) },
            past: [{ position: at(42) }],
          }),
          measure: { unit: { kind: 'number', decimals: 0 }, title: 'Visits' },
        }),
      ).map(({ rule }) => rule);
    };
    expect(said(1)).toContain('figureDiffers');
    expect(said(10)).toEqual(said(1));
  });

  it('takes a time that grows with the text: 10,000 words, however they are put', () => {
    const took = (words: string) => {
      const start = process.cpuUsage();
      checkCommentary(inputOf(words));
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    const repeated = (unit: string, count: number) => Array.from({ length: count }, () => unit).join(' ');
    const hard = [
      repeated('Performance of 87.4% has improved since quarter 2, compared with 84.9% last year.', 800),
      repeated('and', 10_000),
      repeated('the target of', 3_400),
      repeated('3 of', 5_000),
      repeated('a hundred and', 3_400),
      repeated('12', 10_000),
      `${'a'.repeat(60_000)}@`,
      `${'1,'.repeat(20_000)}`,
      `${'('.repeat(20_000)}`,
      repeated('to be considered by the', 2_500),
    ];
    for (const each of hard) expect(took(each), each.slice(0, 40)).toBeLessThan(8_000);
  });
});

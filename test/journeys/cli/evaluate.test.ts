import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProject, outturn, workFolder } from './command.ts';
import { documentOf } from './documents.ts';

const cwd = workFolder();
const evaluate = (input: string, ...more: string[]) =>
  outturn(['evaluate', '--scheme', 'derby', ...more], { cwd, input });

const CSV = `Code,Polarity,Target,Actual,Forecast,Year target,Tolerance,Unit
A1,higher,100,98,101,100,,
A2,lower,10.0 days,12.5 days,,,,days
A3,higher,100,93,,,8,
A4,higher,,93,,,,
`;

it('judges rows of CSV', async () => {
  const { code, out, err } = await evaluate(CSV);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\r\n').slice(0, 3)).toEqual([
    'code,status,explanation,forecast_status,forecast_explanation',
    'A1,Amber,Actual 98 is 2.0% below the target of 100; Amber is worse than target by up to and including 5%.,Green,"Forecast 101 is 1.0% above the target of 100; Green is on target, or better by less than 2%. Only 1 from Amber and 1 from Blue."',
    'A2,Red,Actual 12.5 days is 25.0% above the target of 10.0 days (lower is better); Red is worse than target by more than 5%.,,',
  ]);
});

it('gives the same judgements as JSON, from CSV and from JSON', async () => {
  type Document = { rows: { code: string; status: string; forecast: { status: string } | null }[] };
  const fromCsv = documentOf<Document>(await evaluate(CSV, '--json'), 'evaluate');
  expect(fromCsv.rows.map(({ code, status, forecast }) => [code, status, forecast?.status])).toEqual([
    ['A1', 'Amber', 'Green'],
    ['A2', 'Red', undefined],
    ['A3', 'Amber', undefined],
    ['A4', 'No target', undefined],
  ]);
  const rows = [
    { code: 'A1', polarity: 'higher', target: '100', actual: '98', forecast: '101', year_target: '100' },
    { code: 'A2', polarity: 'lower', target: '10.0 days', actual: '12.5 days', unit: 'days' },
    { code: 'A3', polarity: 'higher', target: 100, actual: 93, tolerance: 8 },
    { code: 'A4', polarity: 'higher', target: null, actual: 93 },
  ];
  const fromJson = documentOf<Document>(await evaluate(JSON.stringify(rows), '--json'), 'evaluate');
  expect(fromJson).toEqual(fromCsv);
});

it('gives as JSON how little was missing for another status, exactly', async () => {
  type Near = { brief: string } | null;
  type Document = { rows: { near: Near; forecast: { near: Near } | null }[] };
  const rows = [
    // Red begins 5% below the target of 75%: under 71.25%, which is 0.12 points less.
    { code: 'A1', polarity: 'higher', target: '75%', actual: '71.37%', forecast: '75%', year_target: '75%' },
    { code: 'A2', polarity: 'higher', target: '100', actual: '80' },
    // Amber begins under 100, and Blue at 102.
    { code: 'A3', polarity: 'higher', target: '100', actual: '101' },
  ];
  const document = documentOf<Document>(await evaluate(JSON.stringify(rows), '--json'), 'evaluate');
  expect(document.rows.map(({ near }) => near)).toEqual([
    {
      unit: 'percentage points',
      close: [
        { status: 'Red', outcome: 'red', toward: 'worse', amount: '0.12', change: 'less', at: '71.25' },
      ],
      ifRounded: null,
      ifUnrounded: null,
      oneCase: [],
      brief: '0.12 points from Red',
    },
    null,
    {
      unit: 'a plain number',
      close: [
        { status: 'Amber', outcome: 'amber', toward: 'worse', amount: '1', change: 'less', at: '100' },
        { status: 'Blue', outcome: 'blue', toward: 'better', amount: '1', change: 'more', at: '102' },
      ],
      ifRounded: null,
      ifUnrounded: null,
      oneCase: [],
      brief: '1 from Amber; 1 from Blue',
    },
  ]);
  expect(document.rows[0]!.forecast).toMatchObject({ status: 'Green', near: null });
});

it('judges by a scheme of one’s own', async () => {
  const own = ['evaluate', '--scheme', inProject('docs/examples/two-band-scheme.json')];
  const { out } = await outturn(own, { cwd, input: 'code,polarity,target,actual\nA1,higher,100,98\n' });
  expect(out).toMatch(/^code,status,explanation\r\nA1,Near,/);
});

it('lists every mistake of a scheme of one’s own', async () => {
  const { out } = await outturn(['scheme', 'show', 'derby'], { cwd });
  const scheme = JSON.parse(out);
  scheme.rules[1].outcome = 'gren';
  scheme.outcomes[0].foreground = '#1d70b9';
  scheme.colour = 'blue';
  writeFileSync(join(cwd, 'own.json'), JSON.stringify(scheme));
  const { code, err } = await outturn(['evaluate', '--scheme', 'own.json'], { cwd, input: CSV });
  expect(code).toBe(1);
  expect(err).toContain('own.json is not a valid scheme:\n  colour: ');
  delete scheme.colour;
  writeFileSync(join(cwd, 'own.json'), JSON.stringify(scheme));
  const second = await outturn(['evaluate', '--scheme', 'own.json'], { cwd, input: CSV });
  expect(second.err).toMatch(/outcomes\[0\].*\n.*rules\[1\]\.outcome: no outcome is called "gren"\./);
});

it('refuses all rows where one is wrong, each mistake with its row and column', async () => {
  const rows = 'code,polarity,target,actual\nA1,upward,100,98\nA2,lower,1e400,NaN\n';
  const { code, out, err } = await evaluate(rows);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(
    'standard input, row 2, column "polarity": This polarity is not known. Found: "upward".',
  );
  expect(err).toContain('standard input, row 3, column "target"');
  expect(err).toContain('standard input, row 3, column "actual"');
  const { problems } = documentOf<{ problems: unknown[] }>(await evaluate(rows, '--json'), 'evaluate');
  expect(problems.length).toBe(3);
});

it.each([
  ['a,b\n1,2\n', 'There is no column "code"'],
  ['[', 'not valid JSON'],
  ['{}', 'not a list of rows'],
  ['[1]', 'not an object'],
])('refuses %j', async (input, words) => {
  const { code, err } = await evaluate(input);
  expect(code).toBe(1);
  expect(err).toContain(words);
});

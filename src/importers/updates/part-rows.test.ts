import { describe, expect, it } from 'vitest';
import { knownMeasures } from '../table/known.ts';
import { SAMPLE_MEASURES } from '../table/sample-measures.ts';
import { importUpdates } from './import-updates.ts';
import { updateFacts } from './update-facts.ts';

const known = { measures: knownMeasures(SAMPLE_MEASURES) };
const csv = (text: string) => importUpdates({ name: 'updates.csv', bytes: Buffer.from(text) }, { known });

describe('rows for parts of a figure', () => {
  const head = 'Code,Period,Part of,Part,Actual,To date,Numerator,Denominator,Reason,Context\n';
  const rows = (...lines: string[]) => csv(head + lines.map((line) => `${line}\n`).join(''));
  const CP = 'CP 1,2018-19/Q2';

  it('belong to the row of the whole, wherever it stands', async () => {
    const { rows: read, problems } = await rows(
      `${CP},Ward,Abbey,£700,,,,,`,
      `${CP},,,"£1,200",,,,,Words`,
      `cp 1,2018-19/Q2,ward,St Ann’s,500.00,,,,,`,
      `NI 155,2018-19/Q2,,,81,,,,,`,
    );
    expect(problems).toEqual([]);
    const { observations, commentaries } = updateFacts(read, { source: 'u.csv', recordedAt: 'now' });
    expect(observations.map(({ measure, parts }) => [measure, parts])).toEqual([
      [
        'CP 1',
        [
          { kind: 'ward', name: 'Abbey', value: '700' },
          { kind: 'ward', name: 'St Ann’s', value: '500' },
        ],
      ],
      ['AHH Local 2A (i)', []],
    ]);
    expect(commentaries).toHaveLength(1);
  });

  it('are kept with their cases, on the figure that they are parts of, and where they are held back', async () => {
    const { rows: read, problems } = await rows(
      'EI 12/EI 3,2018-19/Q2,,,50,56.3,9,16,,',
      'EI 12/EI 3,2018-19/Q2,Ward,Abbey,,50,3,6,,',
      'EI 12/EI 3,2018-19/Q2,Ward,Cross,,60,6,10,,',
      `${CP},,,10,,,,,`,
      `${CP},Town,North,,,,,Suppressed,`,
      `${CP},Town,South,8,,,,,`,
    );
    expect(problems).toEqual([]);
    const { observations } = updateFacts(read, { source: 'u.csv', recordedAt: 'now' });
    expect(
      observations.map(({ role, parts }) => [role, parts.map(({ name, value }) => `${name} ${value}`)]),
    ).toEqual([
      ['actual', []],
      ['toDate', ['Abbey 50', 'Cross 60']],
      ['actual', ['North suppressed', 'South 8']],
    ]);
    expect(observations[1]?.parts[0]).toEqual({
      kind: 'ward',
      name: 'Abbey',
      value: '50',
      numerator: '3',
      denominator: '6',
    });
  });

  it('that do not come to the whole are a warning that names both sums, and are imported', async () => {
    const { rows: read, problems } = await rows(
      `${CP},,,"1,200",,,,,`,
      `${CP},Ward,Abbey,700,,,,,`,
      `${CP},Ward,Cross,499.99,,,,,`,
      `${CP},Town,North,1200,,,,,`,
      'EI 12/EI 3,2018-19/Q2,,,,99,,,,',
      'EI 12/EI 3,2018-19/Q2,Ward,Abbey,,50,,,,',
      'EI 12/EI 3,2018-19/Q2,Ward,Cross,,60,,,,',
    );
    expect(read).toHaveLength(7);
    expect(problems.map(({ severity, row, column, message }) => [severity, row, column, message])).toEqual([
      [
        'warning',
        2,
        'Actual',
        'The parts by ward add up to £1,199.99, and the figure is £1,200, a difference of £0.01.',
      ],
      [
        'warning',
        6,
        'To date',
        'The parts by ward run from 50.0% to 60.0%, and the figure is 99.0%, 39.0 percentage points above all of them.',
      ],
    ]);
  });

  it('are errors without a whole, twice, by half, unreadable, or with what is said of the whole', async () => {
    const problemsOf = async (...lines: string[]) =>
      (await rows(...lines)).problems.map(({ row, column, message }) => [row, column, message]);
    expect(await problemsOf(`${CP},Ward,Abbey,7,,,,,`)).toEqual([
      [
        2,
        'Actual',
        'The row is a part (ward: Abbey) of CP 1 in 2018-19/Q2, and the file has no row for the whole.',
      ],
    ]);
    expect(await problemsOf(`${CP},,,,7,,,,`, `${CP},Ward,Abbey,7,,,,,`)).toEqual([
      [
        3,
        'Actual',
        'The row is a part (ward: Abbey) of CP 1 in 2018-19/Q2, and the row of the whole (row 2) has nothing under Actual.',
      ],
    ]);
    expect(await problemsOf(`${CP},,,7,,,,,`, `${CP},Ward,Abbey,7,,,,,`, `${CP},ward,ABBEY,7,,,,,`)).toEqual([
      [4, undefined, 'Row 4 repeats row 3: CP 1, 2018-19/Q2, ward Abbey.'],
    ]);
    expect(
      await problemsOf(
        `${CP},,,7,,,,,`,
        `${CP},Ward,,7,,,,,`,
        `${CP},,Abbey,7,,,,,`,
        `${CP},Ward,Cross,7 tons,,,,,`,
        `${CP},Ward,Hill,7,,,,,Words`,
      ),
    ).toEqual([
      [3, 'Part', 'The row says only half of what it is a part of.'],
      [4, 'Part of', 'The row says only half of what it is a part of.'],
      [5, 'Actual', expect.stringContaining('“7 tons”')],
      [6, 'Context', expect.stringContaining('this is said of the whole')],
    ]);
    expect(
      await problemsOf(
        'L&I PM23c,2018-19/Q2,,,On track,,,,,',
        'L&I PM23c,2018-19/Q2,Ward,Abbey,On track,,,,,',
      ),
    ).toEqual([[3, 'Part of', expect.stringContaining('which has no parts')]]);
  });

  it('says nothing more of the parts where the whole itself could not be read', async () => {
    const { problems } = await rows(`${CP},,,7 tons,,,,,`, `${CP},Ward,Abbey,7,,,,,`);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([[2, 'Actual']]);
    const blank = await rows(`${CP},,,,,,,,`, `${CP},Ward,Abbey,7,,,,,`);
    expect(blank.problems.map(({ severity, row }) => [severity, row])).toEqual([
      ['warning', 2],
      ['error', 3],
    ]);
  });
});

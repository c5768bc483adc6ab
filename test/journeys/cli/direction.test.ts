import { expect, it } from 'vitest';
import { outturn, workFolder } from './command.ts';
import { documentOf } from './documents.ts';

const cwd = workFolder();
interface Direction {
  series: string;
  comparedWith: string | null;
  change: string | null;
  spokenBy: string | null;
  oneCaseDecides: boolean;
  words: string;
}

async function directions(input: string, ...options: string[]): Promise<Direction[]> {
  const ended = await outturn(['spc', '--direction', '--json', ...options], { cwd, input });
  return documentOf<{ series: Direction[] }>(ended, 'spc-direction').series;
}

const months = (figures: readonly number[]) =>
  figures.map(
    (figure, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01,${figure}`,
  );
const steady = Array.from({ length: 14 }, (_, at) => 50 + (at % 4));

it('each rung of the ladder speaks where what it needs is there', async () => {
  const chart = await directions(
    `date,value\n${months([...steady, 90]).join('\n')}\n`,
    '--polarity',
    'lower',
  );
  expect(chart).toMatchObject([{ change: 'worse', spokenBy: 'chart', comparedWith: null }]);
  const usual = await directions(`date,value\n${months(steady).join('\n')}\n`, '--polarity', 'lower');
  expect(usual).toMatchObject([{ change: 'noSignificantChange', spokenBy: 'chart' }]);
  // A season: no chart, and beside the same month of the year before.
  const seasonal = await directions(`date,value\n${months([...steady, 90]).join('\n')}\n`, '--seasonal');
  expect(seasonal).toMatchObject([{ change: 'up', spokenBy: 'notTested', comparedWith: '2023-03-01' }]);
});

it('small numbers: one case more would have changed it', async () => {
  const at = (now: number) =>
    directions(
      `date,value,count,denominator\n2024-03-31,50,25,50\n2024-06-30,60,${now},50\n`,
      '--polarity',
      'higher',
    );
  const each = (await Promise.all([30, 34, 35, 36, 40].map(at))).flat();
  expect(each.map(({ change }) => change)).toEqual([
    ...Array(2).fill('noSignificantChange'),
    'better',
    'better',
    'better',
  ]);
  expect(each.map(({ oneCaseDecides }) => oneCaseDecides)).toEqual([false, true, true, false, false]);
  expect(each[1]?.words).toContain('One case more or fewer would have changed this.');
});

it('a missing latest figure has no arrow, and a missing one before is not zero', async () => {
  const found = await directions(
    'series,date,value\nlast,2024-03-31,4\nlast,2024-06-30,\nbefore,2024-03-31,\nbefore,2024-06-30,4\none,2024-06-30,4\n',
  );
  expect(found.map(({ change, words }) => [change, words])).toEqual([
    [null, 'There is no figure for the latest period.'],
    [null, 'There is nothing to compare it with.'],
    [null, 'There is nothing to compare it with.'],
  ]);
});

it('figures to date stand beside the year before, not beside the quarter that they hold', async () => {
  const input = 'period,value\n2017-18/Q1,10\n2017-18/Q2,21\n2018-19/Q1,9\n2018-19/Q2,20\n';
  const found = await directions(input, '--basis', 'toDate', '--polarity', 'higher');
  expect(found).toMatchObject([{ change: 'worse', comparedWith: '2017-09-30' }]);
  const matters = await directions(input, '--basis', 'toDate', '--enough', '1.5');
  expect(matters).toMatchObject([{ change: 'noChangeThatMatters' }]);
});

it('refuses every mistake with its row, column and value', async () => {
  const input =
    'date,value,count,denominator,lower,upper\n2018-03-31,70,-1,0,75,80\n2019-03-31,73,5,3,70,\n2019-03-31,73,,,,\n';
  const { code, out, err } = await outturn(['spc', '--direction'], { cwd, input });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  for (const said of [
    'row 2, column "count": A count is a whole number from 0. Found: "-1".',
    'row 2, column "denominator": This cannot be counted out of. Found: "0".',
    'row 2, column "lower": The value does not lie within its interval. Found: "75".',
    'row 3, column "upper": Only one end of the interval is given.',
    'row 3, column "count": On 2019-03-31 5 were counted out of 3.',
    'row 4, column "date": The series has two rows on 2019-03-31.',
  ]) {
    expect(err).toContain(said);
  }
});

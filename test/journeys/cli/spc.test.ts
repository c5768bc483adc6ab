import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operator } from '../../../src/cli/operator.ts';
import { inProject } from './command.ts';
import { documentOf } from './documents.ts';
import { runHere } from './run-here.ts';

const spc = (input: string, ...more: string[]) => runHere(['spc', ...more], operator(), input);

interface Point {
  date: string;
  value: number | null;
  target: number | null;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  rules: { rule: string; side: string }[];
}
interface Document {
  settings: { twoOfThree: string; screening: boolean };
  series: {
    series: string;
    polarity: string | null;
    drawn: string;
    variation: { icon: string | null; date: string | null; words: string };
    assurance: { icon: string | null; target: number | null };
    segments: { state: string; count: number; rebase: { author: string } | null; runChart: object | null }[];
    points: Point[];
  }[];
}
const documentFrom = async (input: string, ...more: string[]) =>
  documentOf<Document>(await spc(input, ...more, '--json'), 'spc');

const month = (at: number) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-28`;
const values = ['62', '58', '65', '60', '63', '57', '61', '64', '59', '62', '60', '66', '56', '61'];
const rows = (more: readonly string[] = []) =>
  `series,date,value,target,polarity\n${[...values, ...more].map((value, at) => `Bins,${month(at)},${value},${at === 3 ? '50' : ''},lower`).join('\n')}\n`;

describe('outturn spc', () => {
  it('gives the same chart from CSV and from JSON, in any order of rows', async () => {
    const fromCsv = await documentFrom(rows());
    const list = values.map((value, at) => ({
      series: 'Bins',
      date: month(at),
      value: at % 2 === 0 ? value : Number(value),
      ...(at === 3 ? { target: 50 } : {}),
      polarity: 'lower',
    }));
    expect(await documentFrom(JSON.stringify(list.reverse()))).toEqual(fromCsv);
    const [series] = fromCsv.series;
    expect(series).toMatchObject({ series: 'Bins', polarity: 'lower', drawn: 'asItIs' });
    expect(series?.points.map(({ target }) => target)).toEqual([
      ...[null, null, null],
      ...Array.from({ length: 11 }, () => 50),
    ]);
    expect(series?.assurance).toMatchObject({ icon: 'inconsistent', target: 50 });
  });

  it('draws several series, missing figures and periods; short ones get a run chart', async () => {
    const csv = `Code,Period,Actual,Ward\n${[1, 2, 3, 4].map((quarter) => `A,2018-19/Q${quarter},${quarter}%,x`).join('\n')}\nB,31-Mar-2019,N/A,y\n`;
    const { err } = await spc(csv);
    expect(err).toContain('warning: standard input, row 1: This column is not read here. Found: "Ward".');
    const { series } = await documentFrom(csv);
    expect(series.map((each) => [each.series, each.points.at(-1)?.date])).toEqual([
      ['A', '2019-03-31'],
      ['B', '2019-03-31'],
    ]);
    expect(series[0]?.segments[0]).toMatchObject({ state: 'tooFew', count: 4 });
    expect(series[0]?.segments[0]?.runChart).not.toBeNull();
    expect(series[1]).toMatchObject({ variation: { icon: null, words: 'Nothing has been reported.' } });
  });

  it('rebases where somebody says why, who decided and when, and nowhere else', async () => {
    const more = [...values.map((value) => String(Number(value) - 20))];
    const given = `${month(14)}|New rounds|J Shah|2023-02-01`;
    const { series } = await documentFrom(rows(more), '--rebase', given);
    expect(series[0]?.segments.map(({ rebase }) => rebase?.author ?? null)).toEqual([null, 'J Shah']);
    expect((await spc(rows(more), '--rebase', month(14))).code).toBe(2);
    expect((await spc(rows(more), '--rebase', '2030-01-01|Why|Who|2023-02-01')).code).toBe(1);
  });

  it('refuses what must not be drawn, and unwinds it where asked', async () => {
    const toDate = `date,value\n${Array.from({ length: 36 }, (_, at) => `${month(at)},${(((at + 9) % 12) + 1) * 10 + (at % 3)}`).join('\n')}\n`;
    const refused = await spc(toDate, '--json');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('look like figures to date');
    expect(documentOf(refused, 'spc')).toMatchObject({ result: 'refused' });
    const { series } = await documentFrom(toDate, '--basis', 'toDate', '--unwind');
    expect(series[0]?.drawn).toBe('inPeriod');
    expect((await documentFrom(toDate, '--basis', 'discrete')).series[0]?.drawn).toBe('asItIs');
    const percent = toDate.replace(/(\d)$/gm, '$1%').replace('date,value%', 'date,value');
    expect((await spc(percent, '--basis', 'toDate', '--unwind')).err).toContain('A percentage to date');
    expect((await spc(rows(), '--basis', 'rolling12')).code).toBe(1);
    const twoYears = await documentFrom(rows(values), '--seasonal', '--unwind');
    expect(twoYears.series[0]).toMatchObject({ drawn: 'change', assurance: { icon: null } });
  });

  it('lists every mistake, with its row and column', async () => {
    const csv =
      'date,value,polarity\n2024-01-01,1,higher\n2024-01-01,2,lower\nsoon,3,up\n2024-03-01,three,\n,5,\n';
    const { code, err } = await spc(csv);
    expect(code).toBe(1);
    const at = [...err.matchAll(/row (\d), column "(\w+)"/g)].map((found) => `${found[1]} ${found[2]}`);
    expect(at).toEqual(['3 polarity', '3 date', '4 polarity', '4 date', '5 value', '6 date']);
    for (const wrong of [
      ['--two-of-three', 'old'],
      ['--baseline', '11'],
      ['--polarity', 'up'],
      ['--basis', 'x'],
      ['--year', 'tax'],
      ['--target', 'many'],
      ['--table', '--json'],
    ]) {
      expect((await spc(rows(), ...wrong)).code, wrong.join(' ')).toBe(2);
    }
  });

  it('prints a table to be read', async () => {
    const { out } = await spc(rows(), '--table');
    expect(out.split('\n')[1]).toMatch(/^Bins {4}2022-01-28 {2}62 /);
  });
});

const PATH = join(inProject('..'), 'shared', 'data', 'xmr-examples.json');

describe.skipIf(!existsSync(PATH))('the reference cases through the command', () => {
  it('come out equal to 1e-9, all in one call', async () => {
    interface Example {
      id: string;
      input: {
        dates: string[];
        values: (number | null)[];
        rebase: string[];
        fix_after_n_points: number | null;
        target: number | null;
        improvement_direction: 'increase' | 'decrease' | 'neutral';
      };
      expected: {
        rows: { mean: number; lpl: number; upl: number }[];
        variation_icon: string;
        assurance_icon: string | null;
      };
    }
    const examples = JSON.parse(readFileSync(PATH, 'utf8')) as Record<string, Example[]>;
    const cases = (examples.package_rule_real_series ?? []).filter(({ input }) => input.rebase.length === 0);
    const polarity = { increase: 'higher', decrease: 'lower', neutral: 'none' };
    const input = cases.flatMap(({ id, input: { dates, values, target, improvement_direction } }) =>
      dates.map((date, at) => ({
        series: id,
        date,
        value: values[at],
        target: target ?? '',
        polarity: polarity[improvement_direction],
      })),
    );
    const { series } = await documentFrom(JSON.stringify(input), '--two-of-three', 'withinLimits');
    expect(series).toHaveLength(cases.length);
    series.forEach((each, at) => {
      const { expected } = cases[at] as Example;
      expect([each.variation.icon, each.assurance.icon], each.series).toEqual([
        expected.variation_icon,
        expected.assurance_icon,
      ]);
      each.points.forEach((point, row) => {
        const wanted = expected.rows[row];
        for (const [found, exact] of [
          [point.mean, wanted?.mean],
          [point.lower, wanted?.lpl],
          [point.upper, wanted?.upl],
        ] as const) {
          expect(Math.abs((found ?? Number.NaN) / (exact ?? Number.NaN) - 1)).toBeLessThan(1e-9);
        }
      });
    });
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateDemo } from '../../src/demo/evaluate-demo.ts';
import { decimal, toText } from '../../src/domain/number/decimal.ts';
import { assessStatus } from '../../src/domain/status/assess.ts';
import { explain } from '../../src/domain/status/explain.ts';
import type { StatusInputs } from '../../src/domain/status/inputs.ts';
import { derby } from '../../src/domain/status/presets/derby.ts';

const page = readFileSync(new URL('../../docs/schemes.md', import.meta.url), 'utf8');
const section = page.split('\n## ').find((part) => part.startsWith('Close to a threshold')) ?? '';
const rows = [...section.matchAll(/^\|\s*(\d[^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map((row) =>
  row.slice(1).map((cell) => cell.trim()),
);

function judged([target = '', actual = '', cases = '']: readonly string[]) {
  const [numerator, denominator] = cases.split(' of ');
  const inputs: StatusInputs = {
    subject: 'actual',
    polarity: 'higher',
    unit: { kind: 'percentage', decimals: 1 },
    actual: { kind: 'number', value: decimal(actual) },
    comparators: { target: { kind: 'number', value: decimal(target) } },
    measureKind: 'targeted',
    ...(numerator && denominator
      ? { cases: { numerator: decimal(numerator), denominator: decimal(denominator) } }
      : {}),
  };
  const assessment = assessStatus(inputs, derby);
  return [assessment.outcome.label, explain(inputs, derby, assessment).near?.brief ?? ''];
}

describe('each worked figure of docs/schemes.md', () => {
  it('what is close to a threshold', () => {
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(judged(row), row.join(' ')).toEqual(row.slice(3));
    const red = decimal('75').times('0.95');
    expect(section).toContain(`makes Red what is below ${toText(red)}%`);
    expect(section).toContain(`half a percent of that is ${toText(red.times('0.005'))} points`);
  });

  it('how many statuses of the demonstration would be called close', () => {
    const near = (percent: string) => {
      const scheme = { ...derby, near: { percent, places: '1' } };
      const found = evaluateDemo().measures.flatMap(({ status, forecastStatus }) =>
        [status, forecastStatus].flatMap(({ inputs }) => {
          const assessment = assessStatus(inputs, scheme);
          return assessment.kind === 'status' && inputs.actual.kind === 'number'
            ? [explain(inputs, scheme, assessment).near !== null]
            : [];
        }),
      );
      return Math.round((100 * found.filter(Boolean).length) / found.length);
    };
    expect(section.replace(/\s+/g, ' ')).toContain(
      `of every 100 statuses by figure in the demonstration ${near('0.5')} are close at 0.5%; at 5% it would be ${near('5')}`,
    );
  });
});

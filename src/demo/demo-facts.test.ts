import { describe, expect, it } from 'vitest';
import type { EvaluatedMeasure } from '../domain/evaluate.ts';
import { decimal, divideTo, hundred, roundTo, toText, zero } from '../domain/number/decimal.ts';
import { formatFigure } from '../domain/number/format.ts';
import { selectExceptions } from '../domain/scorecard/selection.ts';
import { demoFacts } from './demo-facts.ts';
import { evaluateDemo } from './evaluate-demo.ts';

const facts = demoFacts();
const now = evaluateDemo();

/** Code; target, actual, status; year-end target, forecast, its status; direction of travel: as the founding report has them. */
const founding = `
L&C PM28         | 375.0     | 366.0          | Amber | 1,000.0   | 1,000.0   | Green | Improving
YA&H PM08        | 22.0      | 30.0           | Blue  | 135.0     | 90.0      | Red   | Improving
Regen PM21       | 30.0      | 22.0           | Red   | 106.0     | 45.0      | Red   | Improving
CM PM15          | 60,000.0  | 44,745.0       | Red   | 125,000.0 | 112,816.0 | Red   | Improving
CM PM24          | 28.5      | 31.5           | Red   | 28.5      | 29.5      | Amber | Deteriorating
CM PM24a         | 11.0      | 11.8           | Red   | 11.0      | 11.0      | Green | Deteriorating
CP 08f           | 4.2       | 5.6            | Red   | 8.4       | 11.7      | Red   | Improving
FPA PM22b        | Completed | Major slippage | Red   | Completed | N/A       | N/A   | N/A
EARS PM53        | 90.0%     | 65.0%          | Red   | 90.0%     | 80.0%     | Red   | Improving
L&D PM07b        | 10.0 days | 15.1 days      | Red   | 10.0 days | 15.0 days | Red   | Deteriorating
EI 12/EI 3       | 95.0%     | 94.5%          | Amber | 95.0%     | 95.0%     | Green | Improving
AHH 02D          | 71.5%     | 67.6%          | Red   | 71.5%     | 67.5%     | Red   | Deteriorating
AHH Local 2A (i) | 7.7 per 100,000 population | 9.0 per 100,000 population | Red | 20.0 per 100,000 population | 23.0 per 100,000 population | Red | Deteriorating
C PM02a          | 98.0%     | 95.0%          | Amber | 98.0%     | 95.0%     | Amber | Stabilised
C PM21           | 57.0%     | 55.0%          | Amber | 60.0%     | 60.0%     | Green | N/A
EIIS PM04        | 81.30 per 10,000 population | 78.90 per 10,000 population | Blue | 75.80 per 10,000 population | 80.00 per 10,000 population | Red | Improving
L&I PM02a        | 61.0%     | 60.0%          | Amber | 61.0%     | 61.0%     | Green | Improving
L&I PM23c        | 86.0%     | 86.0%          | Green | 90.0%     | 85.0%     | Red   | Improving
L&I PM23e        | 83.0%     | 40.0%          | Red   | 83.0%     | 40.0%     | Red   | Deteriorating
SEND 6           | 75.0%     | 53.0%          | Red   | 75.0%     | 75.0%     | Green | Improving
AHH 02B          | 82.0%     | 78.3%          | Amber | 82.0%     | 78.0%     | Amber | Stabilised
SS PM07          | 81.10 per 10,000 population | 84.80 per 10,000 population | Amber | 79.10 per 10,000 population | 85.00 per 10,000 population | Red | Deteriorating
SS PM23b         | 60.0%     | 67.2%          | Red   | 60.0%     | 65.0%     | Red   | Deteriorating
SS PM25          | 65.0%     | 56.3%          | Red   | 65.0%     | 65.0%     | Green | Improving
SS PM28          | 50.0%     | 0.0%           | Red   | 50.0%     | 85.0%     | Blue  | Improving
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

const asPrinted = ({ snapshot, status, forecastStatus, direction }: EvaluatedMeasure) => {
  const { version, periodTargets, yearTargets, position, forecast } = snapshot;
  const print = (figure: Parameters<typeof formatFigure>[0] | undefined) =>
    figure === undefined ? '' : formatFigure(figure, version.unit);
  return [
    version.code,
    print(periodTargets.target?.figure),
    print(position.figure),
    status.outcome.label,
    print(yearTargets.target?.figure),
    print(forecast?.figure),
    forecastStatus.outcome.label,
    direction.label,
  ];
};

describe('the 25 exceptions at the second quarter of 2018-19', () => {
  const exceptions = selectExceptions(now.measures).map(({ measure }) => measure);

  it('are those of the founding report, in its order, with its figures, statuses and directions', () => {
    expect(exceptions.map(asPrinted)).toEqual(founding);
  });

  it('are counted as there', () => {
    const counts = (words: readonly string[]) =>
      Object.fromEntries(
        [...new Set(words)].map((word) => [word, words.filter((each) => each === word).length]),
      );
    const directorates = exceptions.map(({ snapshot }) => snapshot.directorate.name);
    expect(counts(directorates)).toEqual({
      'Communities & Place': 3,
      'Corporate Resources': 7,
      'People Services': 15,
    });
    expect(counts(founding.map((row) => row[3] ?? ''))).toEqual({ Red: 15, Amber: 7, Blue: 2, Green: 1 });
    expect(counts(founding.map((row) => row[6] ?? ''))).toEqual({
      Red: 13,
      Green: 7,
      Amber: 3,
      Blue: 1,
      'N/A': 1,
    });
    expect(counts(founding.map((row) => row[7] ?? ''))).toEqual({
      Improving: 13,
      Deteriorating: 8,
      Stabilised: 2,
      'N/A': 2,
    });
  });

  it('say why two of them have no direction of travel', () => {
    const reasons = exceptions.flatMap(({ direction }) =>
      direction.kind === 'unavailable' ? [direction.reason] : [],
    );
    expect(reasons).toEqual(['There is no year-end forecast (N/A).', 'There is no outturn for last year.']);
  });
});

describe('the scorecards', () => {
  it('hold about 60 measures in three directorates', () => {
    expect(now.measures).toHaveLength(62);
    expect(now.snapshot.directorates.map(({ name }) => name)).toEqual([
      'Communities & Place',
      'Corporate Resources',
      'People Services',
    ]);
    expect(evaluateDemo('2018-19/Q2', { scorecard: 'people' }).measures).toHaveLength(14);
  });

  it('name only measures that exist, each once', () => {
    const codes = new Set(facts.measures.map(({ code }) => code));
    for (const { measures } of facts.scorecards) {
      expect(measures.filter((code) => !codes.has(code))).toEqual([]);
      expect(new Set(measures).size).toBe(measures.length);
    }
  });

  it('had exceptions of their own in every earlier quarter, never the same number for a year', () => {
    const quarters = ['2015-16', '2016-17', '2017-18'].map((year) =>
      [1, 2, 3, 4].map((quarter) => selectExceptions(evaluateDemo(`${year}/Q${quarter}`).measures).length),
    );
    for (const year of quarters) expect(new Set(year).size).toBeGreaterThan(1);
    expect(Math.min(...quarters.flat())).toBeGreaterThan(10);
    expect(selectExceptions(evaluateDemo('2018-19/Q1').measures)).not.toHaveLength(25);
  });
});

describe('every measure', () => {
  it('has the whole of last year as its outturn, where only its quarters are held', () => {
    const visits = now.measures.find(({ snapshot }) => snapshot.version.code === 'LIB.7');
    const quarters = ['185933', '198697', '189040', '177190'].map(decimal);
    const sum = quarters.reduce((total, quarter) => total.plus(quarter));
    expect(visits?.snapshot.lastOutturn).toMatchObject({ kind: 'number', typed: toText(sum) });
  });

  it('sits in a service that is in its directorate on the day it begins', () => {
    for (const { code, directorate, service, validFrom } of facts.measures) {
      const found = facts.organisation.some(
        (unit) =>
          unit.code === service &&
          unit.parent === directorate &&
          unit.validFrom <= validFrom &&
          (unit.validTo === null || validFrom <= unit.validTo),
      );
      expect(found, code).toBe(true);
    }
  });

  it('varies from period to period', () => {
    for (const { version, history } of now.measures.map(({ snapshot }) => snapshot)) {
      if (version.unit.kind === 'milestone' || version.unit.kind === 'yesNo') continue;
      const values = history.flatMap(({ position: { figure } }) =>
        figure.kind === 'number' ? [toText(figure.value)] : [],
      );
      if (values.length > 1) expect(new Set(values).size, version.code).toBeGreaterThan(1);
    }
  });

  it('has figures that follow from their cases', () => {
    for (const { measure, period, figure, numerator, denominator, note } of facts.observations) {
      if (numerator === null || denominator === null || figure.kind !== 'number') continue;
      const ratio = divideTo(decimal(numerator).times(hundred), decimal(denominator), 6);
      const places = note === 'Reported as a whole number' ? 0 : 1;
      expect(toText(figure.value), `${measure} ${period}`).toBe(toText(roundTo(ratio, places)));
    }
  });

  it('has to-date figures that are the sum of the quarters, where it is a count', () => {
    for (const code of ['L&C PM28', 'YA&H PM08', 'Regen PM21', 'CM PM15']) {
      const of = (role: string, period: string) => {
        const found = facts.observations.find(
          (each) => each.measure === code && each.role === role && each.period === period,
        );
        return found?.figure.kind === 'number' ? found.figure.value : zero;
      };
      const sum = of('actual', '2018-19/Q1').plus(of('actual', '2018-19/Q2'));
      expect(toText(of('toDate', '2018-19/Q2')), code).toBe(toText(sum));
    }
  });
});

it('gives the same facts every time', () => {
  expect(demoFacts()).toEqual(facts);
});

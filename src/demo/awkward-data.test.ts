import { describe, expect, it } from 'vitest';
import { plainText } from '../domain/commentary/plain-text.ts';
import type { EvaluatedMeasure } from '../domain/evaluate.ts';
import { checkParts } from '../domain/measure/parts.ts';
import { selectExceptions } from '../domain/scorecard/selection.ts';
import { demoFacts } from './demo-facts.ts';
import { evaluateDemo } from './evaluate-demo.ts';

const facts = demoFacts();
const now = evaluateDemo();
const called = (code: string, among: readonly EvaluatedMeasure[] = now.measures): EvaluatedMeasure => {
  const found = among.find(({ snapshot }) => snapshot.version.code === code);
  if (found === undefined) throw new Error(`${code} is not on the scorecard`);
  return found;
};

describe('the awkward things of real life', () => {
  const observed = (code: string, period = '2018-19/Q2', role = 'actual') =>
    facts.observations.filter(
      (each) => each.measure === code && each.period === period && each.role === role,
    );

  it('has states that are not statuses', () => {
    const labels = now.measures
      .map(({ status }) => status.outcome.label)
      .filter((label) => !['Blue', 'Green', 'Amber', 'Red'].includes(label));
    expect([...new Set(labels)].sort()).toEqual([
      'Awaited',
      'Baseline year',
      'Data only',
      'In development',
      'No target',
      'Not due',
      'Suppressed',
      'Trend only',
      'Withheld',
    ]);
    for (const code of ['SG-1', 'EXC-4', 'YJ-2']) expect(observed(code)[0]?.note, code).not.toBeNull();
  });

  it('has provisional, late and lagging data', () => {
    const flagged = (flag: 'provisional' | 'late') =>
      now.measures.flatMap(({ snapshot }) =>
        snapshot.position.observation?.flags.includes(flag) ? [snapshot.version.code] : [],
      );
    expect(flagged('provisional')).toEqual(['WST-2', 'C PM02a', 'L&I PM02a', 'KS4-P8']);
    expect(flagged('late')).toEqual(['HWY-02b']);
    expect(observed('FPA PM22b')[0]?.dataPeriod).toBe('2017-18');
    expect(observed('L&I PM02a')[0]?.dataPeriod).toBe('2017-18A');
    const before = evaluateDemo('2018-19/Q2', { asAt: '2018-10-20T00:00:00.000Z' });
    expect(called('HWY-02b', before.measures).status.outcome.label).toBe('Awaited');
  });

  it('has tiny denominators, kept', () => {
    expect(called('SS PM25').snapshot.position.observation).toMatchObject({
      numerator: '9',
      denominator: '16',
    });
    expect(observed('SS PM25')[0]).toMatchObject({ numerator: '3', denominator: '6' });
    expect(called('SS PM28').snapshot.position.observation).toMatchObject({
      numerator: '0',
      denominator: '2',
    });
    expect(called('SEND 6').snapshot.position.observation).toMatchObject({
      numerator: '10',
      denominator: '19',
    });
    expect(called('L&I PM23e').snapshot.position.observation).toMatchObject({
      numerator: '2',
      denominator: '5',
    });
  });

  it('has discrete quarters beside the year to date', () => {
    const discrete = (code: string) =>
      ['2018-19/Q1', '2018-19/Q2'].map((period) => observed(code, period)[0]?.figure.typed);
    expect(discrete('CM PM24')).toEqual(['30.9', '32.17']);
    expect(discrete('CM PM24a')).toEqual(['10.09', '13.38']);
    expect(discrete('CP 08f')).toEqual(['2.53', '3.07']);
  });

  it('has targets amended in the year, with who approved them and why', () => {
    const { amended, yearTargets } = called('FIN-05b').snapshot;
    expect(amended.map(({ period, figure }) => `${period} ${figure.typed}`)).toEqual([
      '2018-19/Q2 5.9m',
      '2018-19 14.4m',
    ]);
    expect(yearTargets.target).toMatchObject({
      version: 2,
      approvedBy: 'Cabinet',
      approvedOn: '2018-07-18',
      reason: 'the depot move was put back to 2019-20',
    });
  });

  it('has a restated figure, so that what was known before reads differently', () => {
    const published = evaluateDemo('2018-19/Q2', { asAt: '2018-10-31T00:00:00.000Z' });
    const standing = ({ status, snapshot }: EvaluatedMeasure) => [
      snapshot.position.figure.typed,
      status.outcome.label,
    ];
    expect(standing(called('IG/20', published.measures))).toEqual(['88.7', 'Amber']);
    expect(standing(called('IG/20'))).toEqual(['91.2', 'Green']);
    const { context } = called('IG/20').snapshot.commentary;
    expect(plainText(context?.tree ?? [])).toContain('Restated');
    expect(selectExceptions(published.measures)).toHaveLength(26);
    expect(observed('L&I PM02a', '2017-18/Q2').map(({ figure }) => figure.typed)).toEqual(['54.0', '55.0']);
  });

  it('has two measures combined into one', () => {
    const last = evaluateDemo('2017-18/Q4');
    expect(called('STR 4', last.measures).snapshot.version.note).toContain('combined into STR 11');
    expect(() => called('STR 4')).toThrow();
    expect(called('STR 11').snapshot.version).toMatchObject({
      definition: { breaksSeries: true },
      note: expect.stringContaining('Combines STR 4 and STR 6'),
    });
  });

  it('has a definition that changed', () => {
    const { direction, snapshot } = called('DTOC-2');
    expect(direction).toMatchObject({ kind: 'unavailable', reasonCode: 'notComparable' });
    expect(snapshot.lastYear.figure).toMatchObject({ kind: 'missing', reason: 'notComparable' });
  });

  it('has parts that come to the whole: as a sum, as a ratio of cases, or on either side of it', () => {
    const divided = facts.observations.filter(({ parts }) => parts.length > 0);
    const said = divided.flatMap((whole) => {
      const version = facts.measures.findLast(({ code }) => code === whole.measure);
      return version === undefined ? [] : checkParts(whole, version);
    });
    expect(said).toHaveLength(4);
    for (const check of said) expect(check, JSON.stringify(check)).toMatchObject({ result: 'agrees' });
    const ways = said.map((check) => (check.result === 'notChecked' ? '' : check.sentence.slice(0, 9)));
    expect(new Set(ways)).toEqual(new Set(['The parts', 'The cases']));
    expect(called('CP 08f').snapshot.position.observation?.parts).toHaveLength(3);
  });

  it('has a scorecard with a tolerance of its own, which leaves the Council Scorecard as it is', () => {
    const people = evaluateDemo('2018-19/Q2', { scorecard: 'people' }).measures;
    const own = (measure: EvaluatedMeasure) =>
      measure.status.explain().parameters.find(({ id }) => id === 'amber');
    expect(own(called('EI 12/EI 3', people))).toMatchObject({ level: 'scorecard', value: '8' });
    expect(own(called('EI 12/EI 3'))).toMatchObject({ level: 'scheme', value: '5' });
    const changed = people.filter(
      ({ snapshot, status }) => called(snapshot.version.code).status.outcome.id !== status.outcome.id,
    );
    expect(changed.map(({ snapshot, status }) => [snapshot.version.code, status.outcome.label])).toEqual([
      ['AHH 02D', 'Amber'],
    ]);
    expect(called('AHH 02D', people).status.explain().sentence).toContain(
      'this scorecard’s own tolerance of 8%',
    );
    expect(called('AHH 02D').status.outcome.label).toBe('Red');
  });

  it('has every kind of unit in use, polarity and frequency', () => {
    const versions = now.measures.map(({ snapshot }) => snapshot.version);
    expect([...new Set(versions.map(({ unit }) => unit.kind))].sort()).toEqual([
      ...['currency', 'date', 'duration', 'milestone', 'number', 'percentage', 'rate', 'yesNo'],
    ]);
    expect([...new Set(versions.map(({ polarity }) => polarity))].sort()).toEqual([
      ...['closest', 'higher', 'lower', 'none', 'within'],
    ]);
    expect([...new Set(versions.map(({ frequency }) => frequency))].sort()).toEqual([
      ...['half', 'month', 'quarter', 'year'],
    ]);
    expect([...new Set(versions.map(({ periodBasis }) => periodBasis))].sort()).toEqual([
      ...['annual', 'discrete', 'rolling12', 'snapshot', 'toDate'],
    ]);
  });

  it('works out quarters from months, as the period basis asks', () => {
    expect(called('WST-1').snapshot.position).toMatchObject({ workedOut: 'sum of 3 periods' });
    expect(called('PAY 30').snapshot.position).toMatchObject({ workedOut: '6524 of 6785' });
    expect(called('NEET 16').snapshot.position.observation?.period).toBe('2018-19/M06');
  });

  it('has a service that moved and one that was renamed', () => {
    const home = (period: string) => called('LIB.7', evaluateDemo(period).measures).snapshot.directorate.name;
    expect([home('2016-17/Q4'), home('2017-18/Q1')]).toEqual(['People Services', 'Communities & Place']);
    const name = (period: string) => called('CM PM15', evaluateDemo(period).measures).snapshot.service?.name;
    expect([name('2017-18/Q4'), name('2018-19/Q1')]).toEqual([
      'Customer Management',
      'Digital and Customer Services',
    ]);
  });
});

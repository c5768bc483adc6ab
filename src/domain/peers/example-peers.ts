import type { MeasureVersion } from '../measure/measure.ts';
import { decimal, divideTo, toText } from '../number/decimal.ts';
import type { TypedFigure } from '../number/figure.ts';
import type { Unit } from '../number/unit.ts';
import { periodOf } from '../period/parse.ts';
import type { PeerValue } from './peer-value.ts';
import type { PeerQuestion } from './standing.ts';

export const percentage: Unit = { kind: 'percentage', decimals: 1 };
export const figure = (text: string): TypedFigure => ({ kind: 'number', value: decimal(text), typed: text });
export const version = (more: Partial<MeasureVersion> = {}) =>
  ({
    code: 'M',
    validFrom: '2015-04-01',
    title: 'Measure',
    unit: percentage,
    polarity: 'higher',
    definition: {},
    ...more,
  }) as MeasureVersion;
export const value = (name: string, text: string, more: Partial<PeerValue> = {}): PeerValue => ({
  measure: 'M',
  period: '2017-18',
  area: { code: name.toUpperCase(), name },
  kind: 'council',
  figure: figure(text),
  numerator: null,
  denominator: null,
  sameDefinition: true,
  definitionNote: null,
  follows: '2015-04-01',
  publication: 'Table 1',
  publishedOn: '2018-12-13',
  source: 'peers.csv',
  ...more,
});
export const counted = (name: string, count: number, of: number, more: Partial<PeerValue> = {}) =>
  value(name, toText(divideTo(decimal(String(count * 100)), decimal(String(of)), 6)), {
    numerator: String(count),
    denominator: String(of),
    ...more,
  });
export const asking = (more: Partial<PeerQuestion>): PeerQuestion => ({
  authority: 'Borchester City Council',
  measure: version(),
  versions: [version()],
  period: periodOf('2017-18'),
  own: { figure: figure('40'), numerator: '40', denominator: '100', published: null },
  values: [],
  group: null,
  ...more,
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoPeerGroup, demoPeerValues } from '../../src/demo/peers.ts';
import type { MeasureVersion } from '../../src/domain/measure/measure.ts';
import { decimal } from '../../src/domain/number/decimal.ts';
import { formatNumber, grouped } from '../../src/domain/number/format.ts';
import { standingSentence } from '../../src/domain/peers/sentence.ts';
import { standAmong } from '../../src/domain/peers/standing.ts';
import { periodOf } from '../../src/domain/period/parse.ts';

const page = readFileSync(new URL('../../docs/comparison.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');
const unit = { kind: 'percentage', decimals: 1 } as const;
const measure = {
  code: 'SEND 6',
  validFrom: '2015-04-01',
  unit,
  polarity: 'higher',
  definition: {},
} as unknown as MeasureVersion;
const standing = standAmong({
  authority: 'Borchester City Council',
  measure,
  versions: [measure],
  period: periodOf('2017-18'),
  own: {
    figure: { kind: 'number', value: decimal('57.77777777777777777778'), typed: '' },
    numerator: '52',
    denominator: '90',
    published: null,
  },
  values: demoPeerValues().filter((one) => one.measure === 'SEND 6'),
  group: demoPeerGroup,
});

// Every figure of the worked example is worked out again here, and must stand on the page as it comes out.
describe('the worked example of docs/comparison.md', () => {
  const { own, funnel, benchmarks } = standing;
  const cases = standing.rows.flatMap(({ isOwn, counts }) => (isOwn || counts === null ? [] : [counts]));
  const sum = (of: 'count' | 'of') => grouped(String(cases.reduce((total, each) => total + each[of], 0)));
  const bound = (value: number | undefined) => (value ?? Number.NaN).toFixed(1);
  it.each([
    ['the sentence', standingSentence(standing, unit)],
    ['the interval', `${bound(own?.interval?.lower)}% to ${bound(own?.interval?.upper)}%`],
    [
      'the average of the others',
      `${sum('count')} of ${sum('of')} cases, ${formatNumber(benchmarks[1]!.value, unit)}`,
    ],
    ['England', `England, ${formatNumber(benchmarks[0]!.value, unit)}`],
    ['the spread', typeof funnel === 'string' ? funnel : `φ is ${funnel.phi.toFixed(2)}`],
    [
      'the limits',
      typeof funnel === 'string'
        ? funnel
        : `${bound(funnel.limitsAt(90).inner.lower)}% to ${bound(funnel.limitsAt(90).inner.upper)}%`,
    ],
  ])('has %s', (_, said) => expect(page).toContain(said));
});

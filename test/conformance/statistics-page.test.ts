import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decimal } from '../../src/domain/number/decimal.ts';
import { xmrRules } from '../../src/domain/statistics/xmr/rules.ts';
import { xmrChart } from '../../src/domain/statistics/xmr/xmr-chart.ts';

const page = readFileSync(new URL('../../docs/statistics.md', import.meta.url), 'utf8');

it('the worked example of docs/statistics.md is what is worked out', () => {
  const [, list = ''] = /collections: ([\d, ]+)\./.exec(page) ?? [];
  const texts = list.split(', ');
  expect(texts).toHaveLength(13);
  const chart = xmrChart({
    points: texts.map((text, at) => ({
      date: `2024-04-${String(at + 1).padStart(2, '0')}`,
      value: decimal(text),
    })),
    polarity: 'lower',
    targets: [{ from: '2024-04-01', value: decimal('80') }],
  });
  const { limits } = chart.segments[0] ?? {};
  const limitsInWords = `61 ± 2.66 × 4.8333: ${limits?.lower.toFixed(4)} and ${limits?.upper.toFixed(4)}`;
  expect(page.replace(/\s+/g, ' ')).toContain(limitsInWords);
  expect([limits?.mean, chart.assurance.icon]).toEqual([61, 'pass']);
  const ranges = chart.points.flatMap(({ movingRange }) => (movingRange === null ? [] : [movingRange]));
  expect(page.replace(/\s+/g, ' ')).toContain(`Moving ranges ${ranges.join(', ')}: 58 ÷ 12`);
});

it('the page names the rules in their order', () => {
  const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
  expect(named).toEqual([...xmrRules]);
});

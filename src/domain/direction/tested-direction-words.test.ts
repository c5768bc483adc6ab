import { describe, expect, it } from 'vitest';
import { directionOf } from './direction-of.ts';
import { count, type Given, given } from './example-evidence.ts';
import { n, scheme } from './example-inputs.ts';
import { presetDirection } from './presets.ts';
import type { DirectionScheme } from './scheme.ts';

const tested = presetDirection('tested');
const jumped = '80 82 80 82 80 82 80 82 80 82 80 82 95';

describe('what it says', () => {
  const sentence = (held: Given, by: DirectionScheme = tested) => {
    const found = directionOf(given(held), by);
    return found.kind === 'available' ? found.sentence : found.reason;
  };

  it.each<[held: Given, by: DirectionScheme, said: string]>([
    [
      { now: '850/1000', previous: '700/1000' },
      tested,
      'Improving: the latest figure (85.0%, 850 of 1,000) is higher than the previous quarter (70.0%, 700 of 1,000) by more than chance explains, and higher is better.',
    ],
    [
      { now: '818/1000', previous: '850/1000' },
      tested,
      'No real change: the latest figure (81.8%, 818 of 1,000) differs from the previous quarter (85.0%, 850 of 1,000) by no more than chance explains. One case more or less would have changed this.',
    ],
    [
      { now: '95/100', chart: jumped },
      tested,
      'Improving: on its control chart of 13 figures, the latest figure (95.0%) is higher than usual variation explains, and higher is better.',
    ],
    [
      { now: '5', previous: '4', unit: count },
      tested,
      'Improving: the latest figure (5) is higher than the previous period (4), and higher is better. This was not tested for chance. One case more or less would have changed this.',
    ],
    [
      { now: '8500/10000', previous: '8300/10000' },
      scheme({ basis: 'tested', deadBand: { kind: 'absolute', amount: '2' } }),
      "Stabilised: the latest figure (85.0%, 8,500 of 10,000) differs from the previous quarter (83.0%, 8,300 of 10,000) by more than chance explains, and too little to count. A change of up to 2 in the measure's unit, either way, counts as Stabilised. One case more or less would have changed this.",
    ],
    [
      { now: '60/100', previous: '40/100', polarity: 'closest', some: { targets: { target: n('50') } } },
      tested,
      'No real change: the latest figure (60.0%, 60 of 100) lies on the other side of what is aimed for than the previous quarter (40.0%, 40 of 100).',
    ],
    [
      {
        now: '45/100',
        previous: '20/100',
        polarity: 'within',
        some: { targets: { low: n('40'), high: n('60') } },
      },
      tested,
      'Improving: the latest figure (45.0%, 45 of 100) is closer to the range than the previous quarter (20.0%, 20 of 100), by more than chance explains.',
    ],
  ])('%o', (held, by, said) => expect(sentence(held, by)).toBe(said));
});

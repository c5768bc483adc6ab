import { decimal } from '../src/domain/number/decimal.ts';
import { assessStatus } from '../src/domain/status/assess.ts';
import type { StatusInputs } from '../src/domain/status/inputs.ts';
import { derby } from '../src/domain/status/presets/derby.ts';
import type { Case } from './case.ts';

export const STATUSES = 300_000;

/** Pairs around every edge of the scheme, both ways round, so that every rule is reached. */
export function statusCase(): Case {
  const inputs: StatusInputs[] = Array.from({ length: 10_000 }, (_, index) => ({
    subject: 'actual',
    polarity: index % 2 === 0 ? 'higher' : 'lower',
    unit: { kind: 'number', decimals: 2 },
    actual: {
      kind: 'number',
      value: decimal(`${90 + (index % 23)}.${String(index % 100).padStart(2, '0')}`),
    },
    comparators: { target: { kind: 'number', value: decimal(`${100 + (index % 3)}.10`) } },
    measureKind: 'targeted',
  }));
  let seen = 0;
  return {
    warm: 1,
    times: 7,
    run: async () => {
      for (let round = 0; round < STATUSES / inputs.length; round += 1) {
        for (const each of inputs) seen += assessStatus(each, derby).outcome.rank;
      }
      if (seen === 0) throw new Error('nothing was judged');
    },
  };
}

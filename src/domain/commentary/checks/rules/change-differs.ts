import { type ChangeClaim, changesIn } from '../change-words.ts';
import { better, changedBy, figuresOfPairs, sameAsPrinted, wayOf } from '../comparisons.ts';
import type { Found } from '../finding.ts';
import type { CheckInput } from '../input.ts';
import { part, type Reading } from '../reading.ts';
import { type Pair, pairsFor } from '../references.ts';
import { inUnit } from '../words.ts';

/** "Stable" bears this much change, in per cent of the earlier figure. */
const STEADY = '10';

/**
 * Words of change held against the figures they compare: a finding only where every pair that may be meant went the other
 * way. Where nothing is held of the earlier period, they are held against a direction of travel that a document states
 * without its basis, since then nothing explains the difference.
 */
export function changeDiffers(reading: Reading): Found[] {
  const { input } = reading;
  return reading.sentences.flatMap((sentence) =>
    changesIn(sentence, reading).flatMap((claim) => {
      if (claim.reference === null) return [];
      const pairs = pairsFor(claim.reference, input, claim.of);
      if (pairs.length > 0)
        return pairs.every((pair) => contradicts(claim, pair, input))
          ? [againstFigures(claim, pairs, input)]
          : [];
      return claim.reference.kind === 'target' ? [] : againstStated(claim, input);
    }),
  );
}

function contradicts({ says }: ChangeClaim, pair: Pair, input: CheckInput): boolean {
  const way = wayOf(pair);
  const good = better(input);
  switch (says) {
    case 'up':
      return way <= 0;
    case 'down':
      return way >= 0;
    case 'better':
      return good !== null && way * good <= 0;
    case 'worse':
      return good !== null && way * good >= 0;
    case 'same':
      return !sameAsPrinted(pair, input);
    case 'steady':
      return changedBy(pair, STEADY);
  }
}

const WORDS = { '1': 'higher than', '0': 'the same as', '-1': 'lower than' } as const;

function againstFigures(claim: ChangeClaim, pairs: readonly Pair[], input: CheckInput): Found {
  const { unit } = input.measure;
  const told = pairs.map((pair) => {
    const label = pair.nowLabel.charAt(0).toLowerCase() + pair.nowLabel.slice(1);
    return `${label} ${inUnit(pair.now, unit)} is ${WORDS[`${wayOf(pair)}`]} ${inUnit(pair.before, unit)}`;
  });
  const good = better(input);
  const which =
    (claim.says === 'better' || claim.says === 'worse') && good !== null
      ? `, and ${good === 1 ? 'higher' : 'lower'} is better`
      : '';
  return {
    ...part(claim.sentence, claim.from, claim.to - claim.from),
    figures: figuresOfPairs(pairs, input),
    says: `Compared with ${claim.reference?.words ?? 'before'}, ${[...new Set(told)].join('; ')}${which}.`,
    severity: 'warning',
  };
}

function againstStated(claim: ChangeClaim, input: CheckInput): Found[] {
  const { direction } = input;
  const good = better(input);
  if (direction?.kind !== 'asStated' || direction.outcome === null || good === null || claim.of !== 'actual')
    return [];
  const { says } = claim;
  if (says === 'same' || says === 'steady') return [];
  const isBetter = says === 'better' || (says === 'up' && good === 1) || (says === 'down' && good === -1);
  const opposite = isBetter ? 'deteriorating' : 'improving';
  if (direction.outcome !== opposite) return [];
  const meaning =
    says === 'up' || says === 'down' ? `, which is ${isBetter ? 'better' : 'worse'} for this measure` : '';
  const said = { up: 'higher', down: 'lower', better: 'better', worse: 'worse' }[says];
  return [
    {
      ...part(claim.sentence, claim.from, claim.to - claim.from),
      figures: [{ label: 'Direction of travel', display: direction.label, exact: null }],
      says: `The text says ${said} than ${claim.reference?.words ?? 'before'}${meaning}, but the direction of travel is given as ${direction.label}. Correct one of them, or say what the direction compares.`,
      severity: 'warning',
    },
  ];
}

import type { Polarity } from '../../domain/measure/measure.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { missingReasonOf } from '../../domain/number/missing-words.ts';
import { sameWords } from '../../domain/number/typed-text.ts';
import { assessStatus } from '../../domain/status/assess.ts';
import { explain } from '../../domain/status/explain.ts';
import { inferPolarity, type StatedStatus } from '../../domain/status/infer-polarity.ts';
import type { StatusInputs } from '../../domain/status/inputs.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { LegacyMeasure } from './legacy-report.ts';

/** A status as stated, with what our rules need to work it out. */
export interface StatedPair extends StatedStatus {
  column: 'status' | 'forecastStatus';
}

/** The stated statuses of a measure with their figures; an empty cell states nothing. */
export function statedPairs(measure: LegacyMeasure): StatedPair[] {
  const pairs: StatedPair[] = [
    { column: 'status', stated: measure.status, inputs: inputs(measure, 'actual', measure.quarterly) },
    {
      column: 'forecastStatus',
      stated: measure.forecastStatus,
      inputs: inputs(measure, 'forecast', measure.forecast),
    },
  ];
  return pairs.filter(({ stated }) => stated !== '');
}

function inputs(
  { unit }: LegacyMeasure,
  subject: 'actual' | 'forecast',
  { target, actual }: { target: TypedFigure; actual: TypedFigure },
): Omit<StatusInputs, 'polarity'> {
  return {
    subject,
    unit,
    actual,
    comparators: target.kind === 'missing' ? {} : { target },
    measureKind: 'targeted',
  };
}

/** Which way is good, judged from the statuses that are one: `N/A` says nothing about it. */
export function statedPolarity(pairs: readonly StatedPair[], scheme: StatusScheme): Polarity | null {
  return inferPolarity(
    pairs.filter(({ stated }) => missingReasonOf(stated) === null),
    scheme,
  );
}

/** What our rules give, with the sentence that says why. */
export interface OurStatus {
  label: string;
  why: string;
}

/** What our rules give for a stated status, or null where they agree or give no status to compare. */
export function disagreement(
  { inputs, stated }: StatedPair,
  polarity: Polarity | null,
  scheme: StatusScheme,
): OurStatus | null {
  const all = { ...inputs, polarity };
  const assessment = assessStatus(all, scheme);
  const { kind, outcome } = assessment;
  const statedNothing = missingReasonOf(stated) !== null;
  if (kind === 'state' && (statedNothing || polarity === null)) return null;
  if (sameWords(outcome.label) === sameWords(stated)) return null;
  return { label: outcome.label, why: explain(all, scheme, assessment).sentence };
}

/** Whether the figures give a status at all, whichever way is good. */
export function canBeJudged({ inputs }: StatedPair, scheme: StatusScheme): boolean {
  return (['higher', 'lower'] as const).some(
    (polarity) => assessStatus({ ...inputs, polarity }, scheme).kind !== 'state',
  );
}

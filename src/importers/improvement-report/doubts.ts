import type { Polarity } from '../../domain/measure/measure.ts';
import { missingReasonOf } from '../../domain/number/missing-words.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import type { Problem } from '../problem.ts';
import type { LegacyMeasure, LegacyReport } from './legacy-report.ts';
import { canBeJudged, disagreement, type StatedPair, statedPairs } from './stated-statuses.ts';

/**
 * What a person should settle about one imported measure: a stated status that our rules do not give, a polarity
 * that the document does not prove, a unit that its figures do not agree on.
 */
export function doubtsAbout(
  measure: LegacyMeasure,
  polarity: Polarity | null,
  headings: LegacyReport['headings'],
  { scheme, fileName }: { scheme: StatusScheme; fileName: string },
): Problem[] {
  const pairs = statedPairs(measure);
  const warning = (column: string, message: string, remedy: string, value?: string): Problem => ({
    severity: 'warning',
    file: fileName,
    row: measure.line,
    column,
    ...(value === undefined ? {} : { value }),
    message: `${measure.code}: ${message}`,
    remedy,
  });
  const found: Problem[] = [];
  const inNumbers = 'decimals' in measure.unit;
  if (polarity !== null || !inNumbers) {
    for (const pair of pairs) {
      const ours = disagreement(pair, polarity, scheme);
      if (ours === null) continue;
      found.push(
        warning(
          headings[pair.column],
          `the document states ${pair.stated}, and the rules of ${scheme.name} give ${ours.label}. ${ours.why}`,
          'Check the figures and the status with the service. Both are kept, and the report says where they differ.',
          pair.stated,
        ),
      );
    }
  } else {
    found.push(
      warning(
        headings.details,
        polarityDoubt(pairs, scheme),
        'Find out whether higher or lower is better, and import a file of measures that says so in its column Polarity.',
      ),
    );
  }
  if (measure.unitDoubt !== null) {
    found.push(
      warning(
        headings.performance,
        measure.unitDoubt,
        'Confirm its unit in a file of measures, in the columns Unit and Decimals.',
      ),
    );
  }
  return found;
}

function polarityDoubt(pairs: readonly StatedPair[], scheme: StatusScheme): string {
  const judged = pairs.filter(({ stated }) => missingReasonOf(stated) === null);
  const withoutFigures = judged.filter((pair) => !canBeJudged(pair, scheme));
  if (withoutFigures.length > 0) {
    const which = withoutFigures.map((pair) => `${pair.stated} (${figuresOf(pair)})`).join(' and ');
    return `the document states ${which}, which our rules cannot work out, so no polarity was stored.`;
  }
  const against = (polarity: 'higher' | 'lower') =>
    judged.flatMap((pair) => {
      const ours = disagreement(pair, polarity, scheme);
      return ours === null
        ? []
        : [`${ours.label} where the document states ${pair.stated} (${figuresOf(pair)})`];
    });
  const [higher, lower] = [against('higher'), against('lower')];
  if (higher.length === 0 && lower.length === 0) {
    return 'the stated statuses do not show whether higher or lower is better, so no polarity was stored.';
  }
  return (
    `neither polarity gives every stated status under the rules of ${scheme.name}, so none was stored. ` +
    `If higher is better they give ${higher.join(' and ')}; if lower is better, ${lower.join(' and ')}.`
  );
}

function figuresOf({ inputs }: StatedPair): string {
  const { actual } = inputs;
  const { target } = inputs.comparators;
  const typed = (figure: unknown) => (figure as { typed?: string } | undefined)?.typed || 'none';
  return `${inputs.subject} ${typed(actual)} against target ${typed(target)}`;
}

import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { decimal } from '../../domain/number/decimal.ts';
import type { Figure } from '../../domain/number/figure.ts';
import { figureDoubts, partsDoubt } from '../../domain/round/doubts.ts';
import type { UpdateContent } from '../../domain/round/update.ts';
import { readContent } from './read-content.ts';

/** What is odd about the figures of an update, as questions; what cannot be read is said elsewhere. */
export function contentDoubts(
  content: UpdateContent,
  version: MeasureVersion,
  earlier: readonly Figure[],
): string[] {
  const read = readContent(content, version);
  const figure = version.periodBasis === 'toDate' ? read.toDate : read.actual;
  const doubts = figure === null ? [] : figureDoubts(figure, earlier, version.unit);
  if (figure !== null && read.numerator !== null && read.denominator !== null) {
    const doubt = partsDoubt(figure, decimal(read.numerator), decimal(read.denominator), version.unit);
    if (doubt !== null) doubts.push(doubt);
  }
  return doubts;
}

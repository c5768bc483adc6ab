import { decimal } from '../../domain/number/decimal.ts';
import { figureDoubts, partsDoubt } from '../../domain/round/doubts.ts';
import type { UpdateContent } from '../../domain/round/update.ts';
import type { MeasureSnapshot } from '../../domain/snapshot.ts';
import { readContent } from './read-content.ts';

/** What is odd about the figures of an update, as questions; what cannot be read is said elsewhere. */
export function contentDoubts(content: UpdateContent, { version, history }: MeasureSnapshot): string[] {
  const read = readContent(content, version);
  const isToDate = version.periodBasis === 'toDate';
  const figure = isToDate ? read.toDate : read.actual;
  if (figure === null) return [];
  // A figure to date starts again each year: it is compared with the same point of earlier years.
  const now = history.at(-1)?.period.number;
  const earlier = history.slice(0, -1).filter(({ period }) => !isToDate || period.number === now);
  const doubts = figureDoubts(
    figure,
    earlier.map(({ position }) => position.figure),
    version.unit,
    isToDate ? 'the figure a year before' : 'the figure before',
  );
  if (read.numerator !== null && read.denominator !== null) {
    const doubt = partsDoubt(figure, decimal(read.numerator), decimal(read.denominator), version.unit);
    if (doubt !== null) doubts.push(doubt);
  }
  return doubts;
}

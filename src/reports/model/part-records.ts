import { checkParts, partFigure } from '../../domain/measure/parts.ts';
import { toText } from '../../domain/number/decimal.ts';
import type { Unit } from '../../domain/number/unit.ts';
import type { MeasureSnapshot } from '../../domain/snapshot.ts';
import { figureCell } from './figure-cell.ts';
import type { PartRecord } from './report.ts';

/** A part is often worked out more finely than its whole is printed; beyond this nobody reads it. */
const MORE_DECIMALS = 2;

/** The parts of the figure that stands as the actual; none where that was worked out from several figures. */
export function partRecords({ position, version }: MeasureSnapshot): PartRecord[] {
  if (position.observation === null || position.workedOut !== null) return [];
  const { parts } = position.observation;
  const unit = unitOfParts(
    version.unit,
    parts.map(({ value }) => value),
  );
  return parts.map((part) => {
    const { numerator, denominator } = part;
    const cases = numerator && denominator ? [`${numerator} of ${denominator}`] : [];
    const figure = figureCell(partFigure(part), unit, { display: 'No data', reason: 'blank' }, cases);
    return { partOf: part.kind, name: part.name, figure };
  });
}

/** Where the parts and the figure contradict each other, the reader is told. */
export function partDoubts({ position, version }: MeasureSnapshot): string[] {
  if (position.observation === null || position.workedOut !== null) return [];
  return checkParts(position.observation, version).flatMap((check) =>
    check.result === 'disagrees' ? [check.sentence.replace(/^The /, 'the ').replace(/\.$/, '')] : [],
  );
}

function unitOfParts(unit: Unit, values: readonly string[]): Unit {
  if (!('decimals' in unit)) return unit;
  const held = values.map((value) => {
    const figure = partFigure({ kind: '', name: '', value });
    return figure.kind === 'number' ? (toText(figure.value).split('.')[1]?.length ?? 0) : 0;
  });
  const most = Math.min(Math.max(unit.decimals, ...held), unit.decimals + MORE_DECIMALS);
  return { ...unit, decimals: most };
}

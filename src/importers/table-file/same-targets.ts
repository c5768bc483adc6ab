import type { Facts } from '../../domain/facts.ts';
import { formatFigure } from '../../domain/number/format.ts';
import { targetKey } from '../targets/import-targets.ts';

type Target = Facts['targets'][number];

/** The same promise said again is the version already held, so that importing a file twice changes nothing. */
export function unlessSame(targets: Facts['targets'], held: Facts): Facts['targets'] {
  const latest = new Map(held.targets.map((target) => [targetKey(target), target]));
  return targets.map((target) => {
    const before = latest.get(targetKey(target));
    return before !== undefined && saysNothingNew(target, before) ? before : target;
  });
}

/** A file that leaves out who approved a target, or why it changed, does not take back what is known of that. */
function saysNothingNew(target: Target, before: Target): boolean {
  const figure = ({ figure }: Target) =>
    JSON.stringify([figure.kind, figure.typed, formatFigure(figure, EVERY_DIGIT)]);
  const silentOrSame = (field: 'approvedBy' | 'approvedOn' | 'reason') =>
    target[field] === null || target[field] === before[field];
  return (
    figure(target) === figure(before) &&
    silentOrSame('approvedBy') &&
    silentOrSame('approvedOn') &&
    silentOrSame('reason')
  );
}

/** A unit without decimals of its own prints all digits of a number. */
const EVERY_DIGIT = { kind: 'date' } as const;

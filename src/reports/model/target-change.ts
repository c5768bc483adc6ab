import type { EvaluatedMeasure, JudgedStatus } from '../../domain/evaluate.ts';
import type { Recorded } from '../../domain/facts.ts';
import { formatDate, formatLongDate } from '../../domain/number/date.ts';
import { formatFigure } from '../../domain/number/format.ts';
import type { Unit } from '../../domain/number/unit.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { parsePeriod } from '../../domain/period/parse.ts';
import type { Targets } from '../../domain/target/promises.ts';
import {
  judgedRoles,
  type TargetRole,
  type TargetVersion,
  targetRoleNames,
} from '../../domain/target/target.ts';
import { outcomeMark } from './marks.ts';
import type { StatusMark } from './report.ts';

/** A status against a target that was changed, beside the one against what was promised first. */
export interface TargetChange {
  /** `now` of the actual, `forecast` of the year end. */
  about: 'now' | 'forecast';
  /** The original target as it is printed: `8.4`, `5.0 to 7.0`. */
  original: string;
  /** The status against the original. */
  status: StatusMark;
  /** `Red against the original target of 8.4`: for a cell; empty where there is no figure to judge. */
  brief: string;
  /** All of it: both statuses, both targets, who changed it, when, by which decision and why. */
  sentence: string;
}

/**
 * Where a target was changed after the year's first was approved: the status against both. Counts are of the first.
 *
 * @example targetChanges(measure)[0].sentence
 * // 'Now: Green against the revised target of 11.5; Red against the original 8.4, changed by Cabinet on
 * //  14 November 2018, CAB/18/112: two placements were ended at short notice.'
 */
export function targetChanges(measure: EvaluatedMeasure): TargetChange[] {
  const { original, snapshot, status, forecastStatus } = measure;
  if (original === null) return [];
  const { periodTargets, yearTargets, version } = snapshot;
  const { targets } = original;
  const now =
    original.status === null
      ? []
      : [changeOf('now', status, original.status, periodTargets, targets.periodTargets, version.unit)];
  const forecast =
    original.forecastStatus === null
      ? []
      : [
          changeOf(
            'forecast',
            forecastStatus,
            original.forecastStatus,
            yearTargets,
            targets.yearTargets,
            version.unit,
          ),
        ];
  return [...now, ...forecast];
}

function changeOf(
  about: TargetChange['about'],
  revised: JudgedStatus,
  original: JudgedStatus,
  is: Targets,
  was: Targets,
  unit: Unit,
): TargetChange {
  const [newText, oldText] = [promiseInWords(is, unit), promiseInWords(was, unit)];
  const same = revised.outcome.id === original.outcome.id;
  // A figure that is awaited is so against any target: then the targets alone are news.
  const isJudged = revised.outcome.inDenominator || original.outcome.inDenominator;
  const both = !isJudged
    ? `the target of ${newText} was originally ${oldText}`
    : same
      ? `${revised.outcome.label} against the revised target of ${newText} and against the original ${oldText}`
      : `${revised.outcome.label} against the revised target of ${newText}; ` +
        `${original.outcome.label} against the original ${oldText}`;
  const changed = changedVersion(is, was);
  return {
    about,
    original: oldText,
    status: outcomeMark(original.outcome),
    brief: !isJudged ? '' : `${original.outcome.label} against the original target of ${oldText}`,
    sentence: `${about === 'now' ? 'Now' : 'Year-end forecast'}: ${both}${changed === null ? '' : `, ${decidedInWords(changed)}`}.`,
  };
}

/** The version in force that says something else than the original did. */
const changedVersion = (is: Targets, was: Targets): Recorded<TargetVersion> | null =>
  judgedRoles.map((role) => (is[role] === was[role] ? undefined : is[role])).find((each) => each) ?? null;

/** `11.5`; of a range `5.0 to 7.0`; of a target with a floor the target. */
function promiseInWords(targets: Targets, unit: Unit): string {
  const text = (role: TargetRole) => {
    const version = targets[role];
    return version === undefined ? null : formatFigure(version.figure, unit);
  };
  const [target, low, high] = [text('target'), text('low'), text('high')];
  if (target !== null) return target;
  if (low !== null && high !== null) return `${low} to ${high}`;
  return low === null ? `${high ?? text('floor') ?? text('stretch')}` : `${low} or more`;
}

/** `changed by Cabinet on 14 November 2018, CAB/18/112: two placements were ended at short notice` */
export function decidedInWords({ approvedBy, approvedOn, decision, reason }: TargetVersion): string {
  const by = approvedBy === null ? 'changed' : `changed by ${approvedBy}`;
  const on = approvedOn === null ? '' : ` on ${dayInWords(approvedOn)}`;
  const reference = decision === undefined ? '' : `, ${decision}`;
  return `${by}${on}${reference}${reason === null ? '' : `: ${reason.replace(/\.$/, '')}`}`;
}

const dayInWords = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? formatLongDate(day) : day);

/**
 * What a reader should know of promises that were changed: each change with both statuses; of what no status is judged
 * by, and of what stood in between, what it was.
 */
export function targetNotes(measure: EvaluatedMeasure): string[] {
  const { amended, periodTargets, yearTargets, version } = measure.snapshot;
  const changes = targetChanges(measure);
  const first = measure.original?.targets;
  const said = new Set(
    changes.flatMap(({ about }) =>
      Object.values((about === 'now' ? first?.periodTargets : first?.yearTargets) ?? {}),
    ),
  );
  const others = amended.flatMap((old) => {
    const { role } = old;
    const now = old.period === yearTargets[role]?.period ? yearTargets[role] : periodTargets[role];
    if (now === undefined || said.has(old)) return [];
    // A tolerance is in the unit of the scheme, which its own text says or leaves to the status beside it.
    const [was, is] = [old.figure, now.figure].map((figure) =>
      role === 'tolerance' ? figure.typed.trim() : formatFigure(figure, version.unit),
    );
    const { approvedBy, approvedOn, reason, decision } = now;
    const on = approvedOn === null ? '' : ` on ${formatDate(approvedOn)}`;
    const by = approvedBy === null ? '' : `, approved by ${approvedBy}${on}`;
    const why = [decision, reason].filter((part) => part !== undefined && part !== null).join(', ');
    const change = `${targetRoleNames[role]} for ${labelOf(old.period)} amended from ${was} to ${is}`;
    return [`${change}${by}${why === '' ? '' : `: ${why}`}`];
  });
  return [...changes.map(({ sentence }) => sentence), ...others];
}

/** A period code as a reader says it; anything else as it stands. */
export function labelOf(code: string): string {
  const read = parsePeriod(code);
  return 'period' in read ? periodLabel(read.period) : code;
}

/** Said beside every count where it matters; null where no target was changed. */
export function countedOnRevised(measures: readonly EvaluatedMeasure[]): string | null {
  const changed = measures.filter((measure) => targetChanges(measure).length > 0).length;
  if (changed === 0) return null;
  return (
    'Statuses are counted against the targets now in force. ' +
    `${changed === 1 ? '1 measure has' : `${changed} measures have`} a target that was changed during the year: ` +
    'its status against the original target is given with it and is not counted.'
  );
}

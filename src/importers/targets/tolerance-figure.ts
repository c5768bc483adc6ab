import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { missing, type TypedFigure } from '../../domain/number/figure.ts';
import { missingReasonOf } from '../../domain/number/missing-words.ts';
import { overrideProblems } from '../../domain/status/overrides.ts';
import { readParameter } from '../../domain/status/parameter.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { toleranceOverride } from '../../domain/tolerances.ts';
import type { RowReport } from '../table/import-table.ts';
import { sentenceAndRemedy } from '../table/sentence.ts';

interface Tolerance {
  readonly value: string;
  readonly period: string;
  readonly reason: string | null;
}

/** The column of a target that each part of a setting stands in. */
const COLUMNS = { parameter: 'role', value: 'value', reason: 'reason' } as const;

/**
 * A tolerance of a measure's own, in the unit of the scheme's setting and not of the measure; N/A takes back what was
 * recorded before. Null where it was reported: a setting needs a scheme that has it, a size and a reason.
 */
export function toleranceFigure(
  { value: typed, period, reason }: Tolerance,
  { unit }: MeasureVersion,
  scheme: StatusScheme,
  report: RowReport,
): TypedFigure | null {
  const parameter = scheme.parameters.find(({ id }) => id === scheme.tolerance);
  if (parameter === undefined) {
    report.error('role', {
      message: `The scheme ${scheme.name} has no tolerance that a measure could have for its own.`,
      remedy: 'Delete the row.',
    });
    return null;
  }
  if (missingReasonOf(typed) === 'notApplicable') return missing('notApplicable', typed);
  const read = readParameter(typed, parameter, unit);
  if ('problem' in read) {
    report.error('value', sentenceAndRemedy(read.problem, 'Type it in the unit of the scheme’s tolerance.'));
    return null;
  }
  const figure: TypedFigure = { kind: 'number', value: read.value, typed };
  const override = toleranceOverride({ period, figure, reason });
  const problems = override === null ? [] : overrideProblems(scheme, [override]);
  for (const { about, message, remedy } of problems) report.error(COLUMNS[about], { message, remedy });
  return problems.length === 0 ? figure : null;
}

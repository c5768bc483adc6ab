import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { isYearEnd } from '../../../domain/period/relate.ts';
import { type NextYearLine, nextYear } from '../../../workflow/queries/next-year.ts';
import { Refused } from '../../../workflow/refused.ts';
import { rollOver } from '../../../workflow/round/roll-over.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorSummary } from '../../components/error-summary/error-summary.tsx';
import { Table } from '../../components/table/table.tsx';
import type { FieldProblem } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { roundAddress, roundOf, versionIn } from './round-of.ts';

/** The year turns: measures and owners go on, and next year's targets are set beside what came out this year. */
export async function rollOverPage(
  asked: Asked,
  typed: ReadonlyMap<string, string> = new Map(),
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null || !isYearEnd(open.period)) return notFoundPage(asked);
  const { period, overview } = open;
  const { round } = overview;
  const address = roundAddress(period.code);
  const { next, lines } = await nextYear(asked.store, asked.authority.code, round);
  const title = (code: string) => lines.find(({ version }) => version.code === code)?.version.title ?? code;
  return pageAnswer(
    asked,
    {
      title: `Roll over to ${next}`,
      hasErrors: problems.length > 0,
      back: { text: periodLabel(period), href: address },
    },
    <>
      {problems.length === 0 ? null : (
        <ErrorSummary
          errorList={problems.map(({ field, message }) => ({
            text: `${title(field)}: ${message}`,
            href: `#${measureAddress(field)}`,
          }))}
        />
      )}
      <span class="govuk-caption-l">{periodLabel(period)}</span>
      <h1 class="govuk-heading-l">Roll over to {next}</h1>
      {round.rolledOver ? (
        <p class="govuk-body">This has been done. Change next year’s targets in Set-up.</p>
      ) : (
        <form method="post" action={`${address}/roll-over`} noValidate>
          <Token asked={asked} />
          <input type="hidden" name="version" value={String(round.version)} />
          <p class="govuk-body">
            {`${counted(lines.length, 'measure')} and their owners go on as they are. Retired measures are left out. `}
            Where next year’s target is the same, its quarters are promised as they were; where it differs,
            set the quarters in Set-up.
          </p>
          <Targets lines={lines} typed={typed} problems={problems} next={next} />
          <Button>Roll over</Button>
        </form>
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

interface TargetsProps {
  lines: readonly NextYearLine[];
  typed: ReadonlyMap<string, string>;
  problems: readonly FieldProblem[];
  next: string;
}

function Targets({ lines, typed, problems, next }: TargetsProps) {
  return (
    <Table
      caption="Targets"
      columns={[
        { heading: 'Measure', label: '' },
        { heading: 'Outturn', label: 'Outturn' },
        { heading: 'Target this year', label: 'Target now' },
        { heading: `Target ${next}`, label: `Target ${next}` },
      ]}
      empty="This round collected no measures that go on."
      rows={lines.map(({ version, outturn, target, nextTarget }) => {
        const id = measureAddress(version.code);
        const wrong = problems.find(({ field }) => field === version.code);
        return {
          key: version.code,
          cells: [
            <>
              {version.title}
              <span class="ot-under">{version.code}</span>
              {wrong === undefined ? null : (
                <p class="govuk-error-message">
                  <span class="govuk-visually-hidden">Error:</span> {wrong.message}
                </p>
              )}
            </>,
            outturn === null ? 'None' : formatFigure(outturn, version.unit),
            target === null ? 'None' : formatFigure(target, version.unit),
            nextTarget !== null ? (
              `${formatFigure(nextTarget, version.unit)}, set already`
            ) : (
              <input
                key="next"
                class={wrong === undefined ? 'govuk-input ot-cell' : 'govuk-input govuk-input--error ot-cell'}
                type="text"
                id={id}
                name={`target.${id}`}
                value={typed.get(version.code) ?? target?.typed.trim() ?? ''}
                aria-label={`Target ${next} of ${version.title}`}
              />
            ),
          ],
        };
      })}
    />
  );
}

export async function doRollOver(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null || !isYearEnd(open.period)) return notFoundPage(asked);
  const { period, overview } = open;
  const typed = new Map(
    overview.round.measures.map((code) => [
      code,
      (asked.form.get(`target.${measureAddress(code)}`) ?? '').slice(0, 200),
    ]),
  );
  try {
    const set = await rollOver(asked.store, actingFor(asked), {
      period: period.code,
      version: versionIn(asked),
      targets: typed,
    });
    return {
      kind: 'redirect',
      to: roundAddress(period.code),
      notice: `Rolled over: ${counted(set, 'target')} set.`,
    };
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid')
      return rollOverPage(asked, typed, error.problems);
    throw error;
  }
}

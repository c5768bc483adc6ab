import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { isYearEnd } from '../../../domain/period/relate.ts';
import { emptyContent, type UpdateContent } from '../../../domain/round/update.ts';
import type { LineToEnter } from '../../../workflow/queries/lines-to-enter.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table } from '../../components/table/table.tsx';

/** What is wrong with one row, by the address of its measure. */
export interface RowProblem {
  at: string;
  field: string;
  message: string;
}

interface GridProps {
  period: ReportingPeriod;
  lines: readonly LineToEnter[];
  /** As typed where the form comes back; else as it stands. */
  typed: ReadonlyMap<string, UpdateContent>;
  problems: readonly RowProblem[];
}

/** The figure that a measure is read by. */
export const shownField = ({ line }: LineToEnter): 'actual' | 'toDate' =>
  line.version.periodBasis === 'toDate' ? 'toDate' : 'actual';

/** One row a measure: what it was, and boxes for what it is. */
export function Grid({ period, lines, typed, problems }: GridProps) {
  return (
    <Table
      caption="Figures"
      columns={[
        { heading: 'Measure', label: '' },
        { heading: 'Last time', label: 'Last time' },
        { heading: 'Target', label: 'Target' },
        { heading: 'Actual', label: 'Actual' },
        { heading: isYearEnd(period) ? 'Outturn' : 'Forecast', label: 'Forecast' },
        { heading: 'Status as it stands', label: 'Status' },
      ]}
      empty="There is nothing for you to enter in this round."
      rows={lines.map((one) => {
        const { line, judged } = one;
        const at = measureAddress(line.code);
        const content = typed.get(line.code) ?? line.standing.content ?? emptyContent;
        const field = shownField(one);
        const wrong = problems.filter((problem) => problem.at === at);
        return {
          key: line.code,
          cells: [
            <Name key="n" one={one} period={period} wrong={wrong} />,
            judged === null ? '' : formatFigure(judged.snapshot.previous.figure, line.version.unit),
            targetOf(one),
            <Box
              key="a"
              name={`actual.${at}`}
              label={`Actual of ${line.version.title}`}
              value={content[field]}
              wrong={wrong.some((problem) => problem.field === field || problem.field === 'actual')}
            />,
            <Box
              key="f"
              name={`forecast.${at}`}
              label={`Forecast of ${line.version.title}`}
              value={content.forecast}
              wrong={wrong.some((problem) => problem.field === 'forecast')}
            />,
            judged === null ? '' : <StatusTag key="s" outcome={judged.status.outcome} />,
          ],
        };
      })}
    />
  );
}

const targetOf = ({ line, judged }: LineToEnter): string => {
  const target = judged?.snapshot.periodTargets.target;
  return target === undefined ? 'None' : formatFigure(target.figure, line.version.unit);
};

function Name({
  one: { line },
  period,
  wrong,
}: {
  one: LineToEnter;
  period: ReportingPeriod;
  wrong: readonly RowProblem[];
}) {
  const at = measureAddress(line.code);
  return (
    <div id={at}>
      <a class="govuk-link" href={`/update/${periodAddress(period.code)}/${at}`}>
        {line.version.title}
      </a>
      <span class="ot-under">
        {line.code}
        {line.version.periodBasis === 'toDate' ? ', the year so far' : `, ${periodLabel(period)}`}
      </span>
      <input type="hidden" name={`version.${at}`} value={String(line.standing.version)} />
      {wrong.map(({ message }) => (
        <p class="govuk-error-message" key={message}>
          <span class="govuk-visually-hidden">Error:</span> {message}
        </p>
      ))}
    </div>
  );
}

interface BoxProps {
  name: string;
  label: string;
  value: string;
  wrong: boolean;
}

const Box = ({ name, label, value, wrong }: BoxProps) => (
  <input
    class={wrong ? 'govuk-input govuk-input--error ot-cell' : 'govuk-input ot-cell'}
    type="text"
    id={name}
    name={name}
    value={value}
    aria-label={label}
    autocomplete="off"
  />
);

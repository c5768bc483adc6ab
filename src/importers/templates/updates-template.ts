import type { ObservationPart } from '../../domain/facts.ts';
import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { exampleOf, unitInWords } from '../../domain/number/unit-words.ts';
import { periodLabel } from '../../domain/period/label.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import { unitText } from '../measures/unit-text.ts';
import { UPDATE_COLUMNS } from '../updates/columns.ts';
import { REASONS } from '../updates/fields.ts';
import { inputFigure, shownFigure } from './figure-cell.ts';
import type { ColumnPlan, TemplateCell } from './sheet-plan.ts';
import { type TemplateFor, writeTemplate } from './template.ts';

/** One measure due in the period, with what an officer wants beside the cell to fill in. */
export interface DueMeasure {
  readonly measure: MeasureVersion;
  /** As people know it; the measure's own code for its directorate where absent. */
  readonly directorateName?: string;
  readonly previous?: TypedFigure | null;
  readonly target?: TargetVersion | null;
  readonly yearTarget?: TargetVersion | null;
  /** What has been said already in this period, to go on from. */
  readonly actual?: TypedFigure | null;
  readonly forecast?: TypedFigure | null;
  /** The parts that its figure has been divided into, now or last time. */
  readonly parts?: readonly Pick<ObservationPart, 'kind' | 'name'>[];
}

export interface UpdatesTemplate extends TemplateFor {
  readonly period: ReportingPeriod;
  readonly due: readonly DueMeasure[];
}

const PLANS: Readonly<Record<string, ColumnPlan>> = {
  code: { width: 16, help: 'The code of the measure.' },
  title: { width: 44, help: 'For your information; it is not imported.' },
  directorate: { width: 24 },
  unit: { width: 16, help: 'What the figures are counted in. Type them without it, or exactly as it says.' },
  target: { width: 14 },
  yearTarget: { width: 14 },
  previous: { width: 14, help: 'The actual of the period before, for comparison.' },
  period: { width: 13, help: 'The reporting period, such as 2018-19/Q2.' },
  actual: {
    width: 14,
    help: 'The figure for this period alone. Leave it blank and give a reason if there is none.',
  },
  toDate: {
    width: 14,
    help: 'The figure from the start of the year to the end of this period, where it is collected.',
  },
  numerator: { width: 13, help: 'The number above the line, where the figure is a share or a rate.' },
  denominator: { width: 13, help: 'The number below the line.' },
  forecast: { width: 14, help: 'The value you expect at the year end.' },
  outturn: { width: 14, help: 'The final value of the year, in the last period only.' },
  reason: {
    width: 20,
    offers: Object.keys(REASONS),
    help: 'Why there is no actual. Leave it blank where there is one.',
  },
  provisional: { width: 12, offers: ['Yes', 'No'], help: 'Yes while the figure may still change.' },
  flags: { width: 18, help: 'provisional, estimated, incomplete or late; several separated by commas.' },
  dataPeriod: { width: 13, help: 'The period the figure is about, where it is not the reporting period.' },
  context: {
    width: 60,
    wrap: true,
    help: 'What explains the current performance. Start a line with a dash for a list.',
  },
  actions: { width: 60, wrap: true, help: 'What has been done to improve it.' },
  intervention: { width: 40, wrap: true, help: 'What review or intervention is under way.' },
  note: { width: 30, help: 'Anything that should be kept with the figure.' },
  partOf: {
    width: 16,
    help: 'Only on a row for one part of a figure: what the figure is divided by, such as directorate, ward or town. Add such rows below, with the code and period of the measure; the row without a part gives the whole.',
  },
  part: { width: 24, help: 'Only on a row for one part of a figure: which directorate, ward or town it is.' },
};

/** The workbook that a service fills in for a period: one row for each measure due, last time's figures beside it. */
export function updatesTemplate(template: UpdatesTemplate): Promise<Uint8Array> {
  return writeTemplate(
    {
      sheet: 'Updates',
      title: `${template.authorityName}: updates for ${periodLabel(template.period)}`,
      paragraphs: [
        `One row for each measure due in ${template.period.code}. The empty rows at the end are for parts of a figure.`,
      ],
      columns: UPDATE_COLUMNS,
      plans: PLANS,
      rows: template.due.flatMap((due) => [
        rowOf(due, template.period),
        ...(due.parts ?? []).map((part) => partRowOf(due, part, template.period)),
      ]),
      blankRows: PART_ROWS,
    },
    template,
  );
}

function rowOf(due: DueMeasure, period: ReportingPeriod): Readonly<Record<string, TemplateCell>> {
  const { measure } = due;
  const { unit } = measure;
  const given = (text: string): TemplateCell => ({ text, locked: true });
  return {
    code: given(measure.code),
    title: given(measure.title),
    directorate: given(due.directorateName ?? measure.directorate),
    unit: given(
      unit.kind === 'milestone'
        ? unitText(unit)
        : `${capitalised(unitInWords(unit))}, such as ${exampleOf(unit)}`,
    ),
    target: shownFigure(due.target?.figure, unit),
    yearTarget: shownFigure(due.yearTarget?.figure, unit),
    previous: shownFigure(due.previous, unit),
    period: given(period.code),
    actual: inputFigure(due.actual, unit),
    toDate: inputFigure(null, unit),
    forecast: inputFigure(due.forecast, unit),
    outturn: inputFigure(null, unit),
  };
}

/** A row for one part of the figure above it: its figure is wanted, and nothing else. */
function partRowOf(
  { measure }: DueMeasure,
  { kind, name }: Pick<ObservationPart, 'kind' | 'name'>,
  period: ReportingPeriod,
): Readonly<Record<string, TemplateCell>> {
  const given = (text: string): TemplateCell => ({ text, locked: true });
  const closed: TemplateCell = { locked: true };
  return {
    code: given(measure.code),
    title: given(`of which ${name}`),
    period: given(period.code),
    forecast: closed,
    outturn: closed,
    provisional: closed,
    flags: closed,
    dataPeriod: closed,
    context: closed,
    actions: closed,
    intervention: closed,
    note: closed,
    partOf: given(kind),
    part: given(name),
  };
}

/** Empty rows at the end, for parts that were not asked about before. */
const PART_ROWS = 40;

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

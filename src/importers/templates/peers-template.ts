import type { MeasureVersion } from '../../domain/measure/measure.ts';
import type { PeerArea } from '../../domain/peers/peer-group.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { unitText } from '../measures/unit-text.ts';
import { PEER_COLUMNS, PEER_KINDS } from '../peers/columns.ts';
import { inputFigure } from './figure-cell.ts';
import type { ColumnPlan } from './sheet-plan.ts';
import { type TemplateFor, writeTemplate } from './template.ts';

export interface PeersTemplate extends TemplateFor {
  readonly measures: readonly MeasureVersion[];
  readonly period: ReportingPeriod;
  /** The members of the groups in force: a row for each of them and each measure; a row for each measure where there is none. */
  readonly areas: readonly PeerArea[];
  readonly blankRows?: number;
}

/** A workbook for what other councils have of our measures in a period, as it was published. */
export function peersTemplate(template: PeersTemplate): Promise<Uint8Array> {
  const { measures, period, areas } = template;
  const rows = measures.flatMap((measure) =>
    (areas.length === 0 ? [null] : areas).map((area) => ({
      code: { text: measure.code },
      title: { text: measure.title, locked: true },
      unit: { text: unitText(measure.unit), locked: true },
      period: { text: period.code },
      ...(area === null
        ? {}
        : { area: { text: area.code }, areaName: { text: area.name }, kind: { text: 'Council' } }),
      value: inputFigure(null, measure.unit),
    })),
  );
  return writeTemplate(
    {
      sheet: 'Peers',
      title: `${template.authorityName}: values of other councils`,
      paragraphs: [
        'One row for each measure, period and council, as published. Averages, such as England, have Average as their kind.',
        'Give numerator and denominator where they are published: only then can chance be told from difference.',
        'Rows without a value are passed over.',
      ],
      columns: PEER_COLUMNS,
      plans: plans(measures),
      rows,
      blankRows: template.blankRows ?? 200,
    },
    template,
  );
}

const plans = (measures: readonly MeasureVersion[]): Readonly<Record<string, ColumnPlan>> => ({
  code: { width: 16, offers: measures.map(({ code }) => code), help: 'The code of a known measure.' },
  title: { width: 36 },
  unit: { width: 18 },
  period: { width: 13, help: 'The period that the value is about: 2017-18, or 2018-19/Q2.' },
  area: { width: 14, help: 'The code by which statistics know the area, such as E06000015.' },
  areaName: { width: 26, help: 'Its name. One code has one name.' },
  kind: {
    width: 13,
    offers: Object.keys(PEER_KINDS),
    help: 'Average for England, a region or a family of councils; blank means Council.',
  },
  value: { width: 14, help: 'As published, in the unit of the measure; or the reason for none.' },
  numerator: {
    width: 13,
    help: 'The cases counted, a whole number. Leave it out where it was published rounded.',
  },
  denominator: { width: 13, help: 'Out of how many, or the population of a rate.' },
  sameDefinition: {
    width: 12,
    offers: ['Yes', 'No'],
    help: 'No where it counts otherwise than our measure: it is then shown and not compared. Blank means Yes.',
  },
  definitionNote: {
    width: 36,
    wrap: true,
    help: 'How it counts. Needed where the definition is not the same.',
  },
  publication: { width: 36, wrap: true, help: 'Where it was published: name the table.' },
  publishedOn: { width: 14, help: 'The day of that publication, such as 13-Dec-2018.' },
});

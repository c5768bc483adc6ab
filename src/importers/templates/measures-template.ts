import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { DEFINITION_FIELDS, MEASURE_COLUMNS } from '../measures/columns.ts';
import { UNIT_WORDS, unitText } from '../measures/unit-text.ts';
import { FREQUENCIES, KINDS, PERIOD_BASES, POLARITIES } from '../measures/words.ts';
import type { ColumnPlan, TemplateCell } from './sheet-plan.ts';
import { type TemplateFor, writeTemplate } from './template.ts';

export interface MeasuresTemplate extends TemplateFor {
  /** Offered in a list, where they are known. */
  readonly directorates: readonly string[];
  /** Written in for correction; none for a template to start from. */
  readonly measures?: readonly MeasureVersion[];
  readonly blankRows?: number;
}

/** A workbook for measures: what each is, who owns it, and its definition sheet. */
export function measuresTemplate(template: MeasuresTemplate): Promise<Uint8Array> {
  return writeTemplate(
    {
      sheet: 'Measures',
      title: `${template.authorityName}: measures`,
      paragraphs: [
        'One row for each measure. A later row for the same code, with a later date in Valid from, is a new version of it.',
      ],
      columns: MEASURE_COLUMNS,
      plans: plans(template.directorates),
      rows: (template.measures ?? []).map(rowOf),
      blankRows: template.blankRows ?? 100,
    },
    template,
  );
}

function plans(directorates: readonly string[]): Readonly<Record<string, ColumnPlan>> {
  return {
    code: { width: 16, help: 'Free text, once only. It is never taken apart.' },
    title: { width: 44, wrap: true, help: 'As reports print it.' },
    aliases: { width: 24, help: 'Other codes it is known by, separated by semicolons.' },
    directorate: {
      width: 24,
      offers: directorates,
      others: 'warn',
      help: 'The directorate that answers for it.',
    },
    service: { width: 24, help: 'The service within the directorate.' },
    unit: {
      width: 22,
      offers: UNIT_WORDS,
      others: 'warn',
      help: 'What it is counted in. A rate is “Per 1,000 births”; a scale is its steps, best first: “Completed > On track > Slipped”.',
    },
    decimals: { width: 10, help: 'How many decimals reports print, 0 to 6.' },
    polarity: { width: 20, offers: Object.keys(POLARITIES), help: 'Which way is good.' },
    frequency: { width: 14, offers: Object.keys(FREQUENCIES), help: 'How often it is collected.' },
    periodBasis: { width: 20, offers: Object.keys(PERIOD_BASES), help: 'What a figure covers.' },
    kind: { width: 18, offers: Object.keys(KINDS), help: 'Only a measure with a target gets a status.' },
    owner: { width: 24, help: 'Who answers for the figure.' },
    themes: { width: 24, help: 'The priorities it belongs to, separated by semicolons.' },
    validFrom: { width: 14, help: 'The date from which this version holds, such as 01-Apr-2018.' },
    retiredAfter: { width: 14, help: 'The last period it is reported for, such as 2017-18/Q4.' },
    scorecard: { width: 22, help: 'The scorecard it belongs to.' },
    order: { width: 12, help: 'Its place in the scorecard.' },
    breaksSeries: {
      width: 12,
      offers: ['Yes', 'No'],
      help: 'Yes where this version cannot be compared with the one before.',
    },
    note: { width: 30, wrap: true, help: 'Printed with the measure.' },
    ...Object.fromEntries(DEFINITION_FIELDS.map((key) => [key, { width: 36, wrap: true }])),
  };
}

function rowOf(measure: MeasureVersion): Readonly<Record<string, TemplateCell>> {
  const word = (words: Readonly<Record<string, string>>, value: string | null): TemplateCell => {
    const found = Object.keys(words).find((key) => words[key] === value);
    return found === undefined ? {} : { text: found };
  };
  const text = (value: string | null | undefined): TemplateCell => (value ? { text: value } : {});
  const { definition } = measure;
  return {
    code: text(measure.code),
    title: text(measure.title),
    aliases: text(measure.aliases.join('; ')),
    directorate: text(measure.directorate),
    service: text(measure.service),
    unit: text(unitText(measure.unit)),
    decimals: 'decimals' in measure.unit ? { number: String(measure.unit.decimals) } : {},
    polarity: word(POLARITIES, measure.polarity),
    frequency: word(FREQUENCIES, measure.frequency),
    periodBasis: word(PERIOD_BASES, measure.periodBasis),
    kind: word(KINDS, measure.kind),
    owner: text(measure.owner),
    themes: text(measure.themes.join('; ')),
    validFrom: text(measure.validFrom),
    retiredAfter: text(measure.retiredAfter),
    note: text(measure.note),
    breaksSeries:
      definition.breaksSeries === undefined ? {} : { text: definition.breaksSeries ? 'Yes' : 'No' },
    ...Object.fromEntries(DEFINITION_FIELDS.map((key) => [key, text(definition[key])])),
  };
}

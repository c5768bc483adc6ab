import type { DefinitionSheet, MeasureVersion } from '../../../../domain/measure/measure.ts';
import { DEFINITION_FIELDS } from '../../../../importers/measures/columns.ts';
import { UNIT_WORDS, unitOf, unitText } from '../../../../importers/measures/unit-text.ts';
import { FREQUENCIES, KINDS, PERIOD_BASES, POLARITIES } from '../../../../importers/measures/words.ts';
import type { MeasureGiven } from '../../../../workflow/set-up/change-measure.ts';
import type { FieldProblem } from '../../../form-problems.tsx';
import { typedAll, typedText } from '../../../typed-form.ts';
import { typedDay } from '../../../wording/typed-day.ts';
import { chosenOf } from './words.ts';

/** The form of a measure as it was typed: every field as text. */
export type MeasureTyped = Readonly<Record<string, string>> & { scorecards: string };

const PLAIN = [
  ...['code', 'title', 'aliases', 'directorate', 'service', 'unit', 'decimals', 'polarity', 'frequency'],
  ...['periodBasis', 'kind', 'owner', 'themes', 'note', 'breaksSeries', 'from', 'reason'],
  ...DEFINITION_FIELDS,
] as const;

export const typedIn = (form: URLSearchParams): MeasureTyped => ({
  ...Object.fromEntries(PLAIN.map((name) => [name, typedText(form, name)])),
  // Codes of scorecards hold no line ends.
  scorecards: typedAll(form, 'scorecards').join('\n'),
});

export const typedOf = (version: MeasureVersion): MeasureTyped => ({
  code: version.code,
  title: version.title,
  aliases: version.aliases.join('; '),
  directorate: version.directorate,
  service: version.service ?? '',
  unit: unitText(version.unit),
  decimals: 'decimals' in version.unit ? String(version.unit.decimals) : '',
  polarity: version.polarity ?? '',
  frequency: version.frequency,
  periodBasis: version.periodBasis ?? '',
  kind: version.kind,
  owner: version.owner ?? '',
  themes: version.themes.join('; '),
  note: version.note ?? '',
  // Of this version; a later one says so for itself.
  breaksSeries: version.definition.breaksSeries ? 'yes' : '',
  from: '',
  reason: '',
  scorecards: '',
  ...Object.fromEntries(DEFINITION_FIELDS.map((name) => [name, version.definition[name] ?? ''])),
});

export const emptyTyped: MeasureTyped = {
  ...Object.fromEntries(PLAIN.map((name) => [name, ''])),
  frequency: 'quarter',
  kind: 'targeted',
  decimals: '0',
  scorecards: '',
};

const MOST_DECIMALS = 6;

/** What the form means, or what is wrong with it. */
export function givenIn(
  typed: MeasureTyped,
  isNew: boolean,
): { given: MeasureGiven } | { problems: FieldProblem[] } {
  const text = (name: string) => typed[name] ?? '';
  const problems: FieldProblem[] = [];
  const decimals = text('decimals') === '' ? '0' : text('decimals');
  if (!/^\d$/.test(decimals) || Number(decimals) > MOST_DECIMALS) {
    problems.push({
      field: 'decimals',
      message: `Decimals must be a whole number from 0 to ${MOST_DECIMALS}`,
    });
  }
  const unit = unitOf(text('unit'), Number(decimals) || 0);
  if (unit === null) {
    const message = `The unit must be one of ${UNIT_WORDS.join(', ')}, a rate like “Per 1,000 births”, or the steps of a scale, best first, like “Completed > On track > Slipped”`;
    problems.push({ field: 'unit', message });
  }
  const from = typedDay(text('from'), 'The day');
  if ('problem' in from) problems.push({ field: 'from', message: from.problem });
  if (unit === null || 'problem' in from || problems.length > 0) return { problems };
  const version: MeasureGiven['version'] = {
    code: text('code'),
    title: text('title'),
    aliases: listed(text('aliases')),
    unit,
    polarity: chosenOf(POLARITIES, text('polarity')),
    frequency: chosenOf(FREQUENCIES, text('frequency')) ?? 'quarter',
    periodBasis: chosenOf(PERIOD_BASES, text('periodBasis')),
    kind: chosenOf(KINDS, text('kind')) ?? 'targeted',
    directorate: text('directorate'),
    service: text('service') || null,
    owner: text('owner') || null,
    themes: listed(text('themes')),
    note: text('note') || null,
    definition: definitionIn(typed),
  };
  const scorecards = typed.scorecards.split('\n').filter((one) => one !== '');
  return { given: { version, isNew, from: from.day, scorecards, reason: text('reason') || null } };
}

function definitionIn(typed: MeasureTyped): DefinitionSheet {
  const texts = DEFINITION_FIELDS.flatMap((name) => {
    const text = typed[name] ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
  return { ...Object.fromEntries(texts), ...(typed.breaksSeries === 'yes' ? { breaksSeries: true } : {}) };
}

const listed = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

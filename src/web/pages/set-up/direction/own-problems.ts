import { basisKinds, isTested } from '../../../../domain/direction/basis.ts';
import { mostPoints } from '../../../../domain/direction/scheme.ts';
import type { FieldProblem } from '../../../form-problems.tsx';
import { typedText } from '../../../typed-form.ts';

type Words = FieldProblem | ((form: URLSearchParams) => FieldProblem);

const at = (field: string, message: string): FieldProblem => ({ field, message });
const PERIODS = 'Periods in the average must be a whole number from 2 to 60';
const isRolling = (form: URLSearchParams, name: string) => typedText(form, name) === 'rollingMean';

/** What stands at a place of a scheme, as the page calls it: the domain says what is wrong, the page where and what to do. */
const words: Readonly<Record<string, Words>> = {
  name: at('name', 'Enter a name for these rules'),
  basis: (form) =>
    isRolling(form, 'basis')
      ? at('periods', PERIODS)
      : at('basis', 'Choose what the latest figure is compared with'),
  'basis.periods': at('periods', PERIODS),
  'fallback.when': at('when', 'Choose where the other comparison is used, or choose none'),
  fallback: at(
    'fallback',
    'Choose none, and untick where it is used: a comparison that tests for chance has no other beside it',
  ),
  'fallback.basis': (form) =>
    isRolling(form, 'fallback')
      ? at('fallbackPeriods', PERIODS)
      : at('fallback', 'Choose the other comparison, or untick where it is used'),
  'fallback.basis.periods': at('fallbackPeriods', PERIODS),
  deadBand: at('band', 'Choose how large a change must be'),
  'deadBand.kind': at('band', 'Choose how large a change must be'),
  'deadBand.percent': at('percent', 'Per cent must be a number above zero, like 2 or 0.5'),
  'deadBand.amount': at('amount', 'Amount must be a number above zero, like 3 or 0.5'),
  'deadBand.edge': at('edge', 'Choose whether a change of exactly that counts'),
  minimumPoints: fewest,
  'labels.improving': at('improving', 'Enter the word for better'),
  'labels.stabilised': at('stabilised', 'Enter the word for no change'),
  'labels.deteriorating': at('deteriorating', 'Enter the word for worse'),
  'labels.unavailable': at('unavailable', 'Enter the word for no direction'),
  'atOptimum.label': at('atOptimum', 'Enter the word, or leave it blank'),
  'smallNumbers.events': at('events', threshold('Cases counted')),
  'smallNumbers.denominator': at('denominator', threshold('Cases in all')),
  source: at('source', 'Enter where the rules were decided, or leave it blank'),
  note: at('note', 'Enter a note, or leave it blank'),
};

/** Problems at places of a scheme, as those of fields: in the order of the page, and one of each field, which says all that it takes. */
export function problemsAtFields(places: readonly string[], form: URLSearchParams): FieldProblem[] {
  const order = Object.keys(words);
  const found = places
    .map((place) => place.replace(/\[\d+\]$/, ''))
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((place) => {
      const said = words[place] ?? at('name', 'These rules could not be read. Enter them again');
      return typeof said === 'function' ? said(form) : said;
    });
  return found.filter(({ field }, index) => found.findIndex((one) => one.field === field) === index);
}

function threshold(what: string): string {
  return `${what} must be a whole number from 0 to 1,000; leave both blank for 10 and 20`;
}

function fewest(form: URLSearchParams): FieldProblem {
  const kind = basisKinds.find((known) => known === typedText(form, 'basis'));
  if (kind !== undefined && isTested(kind)) {
    return at('minimumPoints', 'Leave fewest figures blank: a comparison that tests for chance has its own');
  }
  const periods = Number(typedText(form, 'periods'));
  const isMean = kind === 'rollingMean' && Number.isInteger(periods) && periods >= 2 && periods <= 60;
  const most = mostPoints(isMean ? { kind, periods } : { kind: 'previousPeriod' });
  return at(
    'minimumPoints',
    `Fewest figures must be a whole number from 2 to ${most}${isMean ? `, as the average is of ${periods} periods` : ''}`,
  );
}

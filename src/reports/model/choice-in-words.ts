import type { ReportChoice } from '../../domain/scorecard/choice.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { counted, listed } from './sentence.ts';

interface Shown {
  choice: ReportChoice;
  scheme: StatusScheme;
  /** Names of the directorates that the report is narrowed to. */
  directorates: readonly string[];
  scorecard: { name: string; exceptionsOnly: boolean };
  /** How many measures are shown, and how many of the scorecard are not. */
  shown: number;
  others: number;
}

/**
 * What a report shows of its scorecard, and in which order.
 *
 * @example 'Shows the 12 measures of People Services that are off target now or forecast to be, worst first; 50 others
 *   are not shown.'
 */
export function choiceInWords(given: Shown): string {
  const { choice, shown, others, scorecard } = given;
  const order = [groupWords[choice.groupBy], orderWords[choice.order]].filter((words) => words !== '');
  const left = `${counted(others, 'other')} ${scorecard.exceptionsOnly ? 'of the report as published ' : ''}`;
  const rest = others === 0 ? '' : `; ${left}${others === 1 ? 'is' : 'are'} not shown`;
  const how = shown < 2 || order.length === 0 ? '' : `, ${order.join(', ')}`;
  return `${shown === 0 ? nothing(given) : `Shows ${subject(given)}${how}`}${rest}.`;
}

/** `by directorate` is how every report is unless told otherwise: it goes without saying. */
const groupWords = { directorate: '', theme: 'by theme', none: 'in one list' } as const;
const orderWords = {
  scorecard: '',
  worstFirst: 'worst first',
  code: 'in order of code',
  title: 'in order of title',
} as const;

function subject({ choice, shown, directorates, scorecard, scheme }: Shown): string {
  const many = shown !== 1;
  if (choice.show === 'chosen') return `${counted(shown, 'measure')} chosen for this report`;
  const whose = ` of ${directorates.length === 0 ? `the ${scorecard.name}` : listed(directorates)}`;
  if (choice.show === 'all') return `${many ? 'all' : 'the'} ${counted(shown, 'measure')}${whose}`;
  if (scorecard.exceptionsOnly && choice.show === 'exceptions' && directorates.length === 0) {
    return `the ${counted(shown, 'measure')} of the report as it was published`;
  }
  return `the ${counted(shown, 'measure')}${whose} ${that(choice.show, scheme, many)}`;
}

function nothing({ choice, directorates, scorecard, scheme }: Shown): string {
  const whose = directorates.length === 0 ? `the ${scorecard.name}` : listed(directorates);
  if (choice.show === 'all' || choice.show === 'chosen')
    return `Shows no measure: there is none of ${whose} in this period`;
  return `Shows no measure: there is none of ${whose} ${that(choice.show, scheme, false)}`;
}

function that(show: 'exceptions' | 'withStatus', scheme: StatusScheme, many: boolean): string {
  if (show === 'withStatus') return `that ${many ? 'have' : 'has'} a status now or in forecast`;
  const exceptions = scheme.outcomes.filter(({ isException }) => isException);
  // A scheme may report what is far above target too.
  if (exceptions.some(({ countsAsOnTarget }) => countsAsOnTarget)) {
    const labels = exceptions.map(({ label }) => label);
    return `whose status is ${listed(labels, 'or')} now or in forecast`;
  }
  return `that ${many ? 'are' : 'is'} off target now or forecast to be`;
}

/** Whose measures the sentence of a narrowed report counts: ` of People Services`; empty for the whole scorecard. */
export function scopeInWords(choice: ReportChoice, directorates: readonly string[], scope: number): string {
  if (choice.show === 'chosen') return ` among the ${scope} chosen`;
  return directorates.length === 0 ? '' : ` of ${listed(directorates)}`;
}

import type { Command } from 'commander';
import {
  groupings,
  isStandard,
  orderings,
  type ReportChoice,
  shownKinds,
  standardChoice,
} from '../domain/scorecard/choice.ts';
import type { DocumentKind } from '../workflow/queries/read-report.ts';
import { UsageError } from './console.ts';

/** Which measures of a scorecard a report shows, as typed. */
export interface ChoiceOptions {
  show?: string;
  directorate: string[];
  measure: string[];
  groupBy: string;
  order: string;
  forecasts?: string;
  charts?: string;
}

const collect = (value: string, before: string[]) => [...before, value];
const typed = (word: string): string =>
  word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const asTyped = (word: string): string => word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const listed = (words: readonly string[]): string => words.map(asTyped).join(', ');

export const withChoiceOptions = (command: Command): Command =>
  command
    .option('--show <which>', `measures to show: ${listed(shownKinds.filter((one) => one !== 'chosen'))}`)
    .option('--directorate <code>', 'only measures of this directorate; may be repeated', collect, [])
    .option('--measure <code>', 'this measure, whatever its status; may be repeated', collect, [])
    .option('--group-by <what>', `headings: ${listed(groupings)}`, 'directorate')
    .option('--order <how>', `within a heading: ${listed(orderings)}`, 'scorecard')
    .option('--forecasts <in>', `the section “Forecasts to question”: ${listed(WITH)}`)
    .option('--charts <in>', `the charts of the measures off target: ${listed(WITH)}`);

const WITH = ['with', 'without'] as const;

/** Documents that are always of everything. */
const wholes: Readonly<Partial<Record<DocumentKind, string>>> = {
  cabinet: 'cover report',
  pack: 'pack',
  amendments: 'schedule of amendments',
};

/** @throws UsageError where a word is none of those that there are, or two ways of choosing are mixed */
export function choiceFrom(options: ChoiceOptions, kind: DocumentKind): ReportChoice {
  const { directorate: directorates, measure: measures, show } = options;
  const isChosen = measures.length > 0;
  if (isChosen && (directorates.length > 0 || show !== undefined)) {
    throw new UsageError(
      '--measure names the measures one by one: leave out --show and --directorate, or --measure.',
    );
  }
  const among = shownKinds.filter((one) => one !== 'chosen');
  const shown = show === undefined ? standardChoice(kind).show : oneOf(among, show, '--show');
  const choice: ReportChoice = {
    show: isChosen ? 'chosen' : shown,
    directorates,
    measures,
    groupBy: oneOf(groupings, options.groupBy, '--group-by'),
    order: oneOf(orderings, options.order, '--order'),
    ...(options.forecasts === undefined
      ? {}
      : { forecasts: oneOf(WITH, options.forecasts, '--forecasts') === 'with' }),
    ...(options.charts === undefined ? {} : { charts: oneOf(WITH, options.charts, '--charts') === 'with' }),
  };
  const whole = wholes[kind];
  const isAsked = !isStandard(choice, kind) || choice.forecasts !== undefined || choice.charts !== undefined;
  if (whole !== undefined && isAsked) {
    throw new UsageError(`A ${whole} is of the whole scorecard: nothing can be chosen of it.`);
  }
  return choice;
}

function oneOf<T extends string>(words: readonly T[], word: string, option: string): T {
  const found = words.find((one) => one === typed(word.trim()));
  if (found === undefined) throw new UsageError(`${option} is one of ${listed(words)}, not "${word}".`);
  return found;
}

import type { Evaluation } from '../../domain/evaluate.ts';
import {
  type Group,
  grouped,
  inScope,
  isStandard,
  type ReportChoice,
  selectShown,
} from '../../domain/scorecard/choice.ts';
import type { Selected } from '../../domain/scorecard/selection.ts';
import { choiceInWords, scopeInWords } from './choice-in-words.ts';
import type { ReportBlock } from './report.ts';

/** A choice, and how many measures of the scorecard were left out before the evaluation, because it does not ask for them. */
export interface Chosen {
  choice: ReportChoice;
  outside: number;
}

/** A report's measures as they were chosen, grouped and ordered. */
export interface Arrangement {
  choice: ReportChoice;
  /** The evaluation of the measures that the choice is about, whatever their status. */
  scope: Evaluation;
  selected: Selected[];
  groups: Group[];
  /** How many measures the scorecard has. */
  onScorecard: number;
  /** What is shown, and in which order, in a sentence. */
  shows: string;
  /** The same to be printed; empty where the report shows what it always does. */
  showsBlocks: ReportBlock[];
  /** ` of People Services`, to be put after "measures"; empty for the whole scorecard. */
  whose: string;
  /** True where the scope is the whole scorecard. */
  isWhole: boolean;
}

/** Applies a choice to an evaluation: the one place where it meets a report. */
export function arranged(
  kind: 'improvement' | 'scorecard' | 'cabinet',
  evaluation: Evaluation,
  { choice, outside }: Chosen,
): Arrangement {
  const { snapshot, scheme, measures } = evaluation;
  const { scorecard } = snapshot;
  const scope = { ...evaluation, measures: inScope(measures, choice) };
  const found = selectShown(scope.measures, choice, scorecard.exceptionsOnly);
  const groups = grouped(found, choice, snapshot.directorates);
  const selected = groups.flatMap((group) => group.selected);
  const onScorecard = measures.length + outside;
  const directorates = snapshot.directorates
    .filter(({ code }) => choice.show !== 'chosen' && choice.directorates.includes(code))
    .map(({ name }) => name);
  const shows = choiceInWords({
    choice,
    scheme,
    directorates,
    scorecard,
    shown: selected.length,
    others: onScorecard - selected.length,
  });
  return {
    choice,
    scope,
    selected,
    groups,
    onScorecard,
    shows,
    showsBlocks: isStandard(choice, kind) ? [] : [{ type: 'paragraph', role: 'plain', text: shows }],
    whose: scopeInWords(choice, directorates, scope.measures.length),
    isWhole: scope.measures.length === onScorecard,
  };
}

/** The heading of a group that has no name of its own. */
export const groupHeading = ({ name }: Group, { groupBy }: ReportChoice): string =>
  name ?? (groupBy === 'theme' ? 'Without a theme' : 'Measures');

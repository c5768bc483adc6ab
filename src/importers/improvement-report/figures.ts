import { missing, type TypedFigure } from '../../domain/number/figure.ts';
import { inferUnit } from '../../domain/number/infer-unit.ts';
import { scaleWith } from '../../domain/number/known-scales.ts';
import { parseFigure } from '../../domain/number/parse.ts';
import type { Unit } from '../../domain/number/unit.ts';
import type { Finding } from './findings.ts';
import type { PerformanceTexts } from './performance-cell.ts';

export interface LegacyFigures {
  quarterly: { target: TypedFigure; actual: TypedFigure };
  forecast: { target: TypedFigure; actual: TypedFigure };
  unit: Unit;
  unitDoubt: string | null;
}

const NAMES = ['quarterly target', 'quarterly actual', 'forecast target', 'forecast actual'] as const;

const LONGEST_FIGURE = 200;

/**
 * Reads the four figures of a row in the unit that they imply together. What is plainly no figure of it (a number
 * where the measure is counted in words, words where it is counted in numbers) is kept as unusable with a warning;
 * anything that could be a figure and cannot be read with certainty is an error.
 */
export function readFigures(
  texts: PerformanceTexts,
  error: (finding: Finding) => void,
  warning: (finding: Finding) => void,
): LegacyFigures | null {
  const typed = [
    texts.quarterly.target,
    texts.quarterly.actual,
    texts.forecast.target,
    texts.forecast.actual,
  ];
  const long = typed.findIndex((text) => text.length > LONGEST_FIGURE);
  if (long >= 0) {
    error({
      value: (typed[long] as string).slice(0, LONGEST_FIGURE),
      message: `The ${NAMES[long]} has ${typed[long]?.length} characters. A figure has at most ${LONGEST_FIGURE}.`,
      remedy: 'Put explanations in the commentary, and the figure alone here.',
    });
    return null;
  }
  const notes = wordsBesideNumbers(typed);
  const inferred = inferUnit(typed.filter((_, at) => !notes.has(at)));
  const unit = inferred?.unit ?? null;
  const inWords = unit !== null && !('decimals' in unit);
  let refused = false;
  const figures = typed.map((text, at): TypedFigure => {
    const result = parseFigure(text, unit);
    if (!notes.has(at) && 'figure' in result) return result.figure;
    const alone = parseFigure(text, null);
    const kind = 'figure' in alone ? alone.figure.kind : null;
    if (notes.has(at) || (inWords && kind === 'number') || (!inWords && kind === 'step')) {
      warning({ value: text, ...(kind === 'number' ? numberAmongWords(at) : wordsAmongNumbers(at)) });
      return missing('unusable', text);
    }
    refused = true;
    const problem = 'problem' in result ? result.problem : '';
    error({ value: text, ...messageAndRemedy(`The ${NAMES[at]} cannot be read: ${problem}`) });
    return missing('unusable', text);
  });
  if (!refused && inferred === null && figures.some((figure) => figure.kind !== 'missing')) {
    error({
      value: typed.join(', '),
      message: 'The figures of this measure are in different units.',
      remedy: 'Correct the figures so that all four are in one unit, or N/A.',
    });
    refused = true;
  }
  if (refused) return null;
  const [target, actual, forecastTarget, forecastActual] = figures as [
    TypedFigure,
    TypedFigure,
    TypedFigure,
    TypedFigure,
  ];
  const unusable = figures.some((figure) => figure.kind === 'missing' && figure.reason === 'unusable');
  return {
    quarterly: { target, actual },
    forecast: { target: forecastTarget, actual: forecastActual },
    unit: unit ?? { kind: 'number', decimals: 0 },
    unitDoubt:
      inferred === null
        ? 'No figure is printed, so the unit is not known.'
        : (inferred.doubt ?? (unusable ? 'Not all figures are written in this unit.' : null)),
  };
}

/**
 * Places that hold words where the measure is counted in numbers: `Baseline` for a target, `Annual measure` for
 * an actual. Where words and numbers are as many, words of a known milestone scale decide; so do words in all
 * of the actuals.
 */
function wordsBesideNumbers(typed: readonly string[]): ReadonlySet<number> {
  const kinds = typed.map((text) => {
    const read = parseFigure(text, null);
    return 'figure' in read ? read.figure.kind : 'problem';
  });
  const places = (kind: string) => kinds.flatMap((each, at) => (each === kind ? [at] : []));
  const [numbers, words] = [places('number'), places('step')];
  const none = new Set<number>();
  if (numbers.length === 0 || words.length === 0) return none;
  const isActual = (at: number) => at % 2 === 1;
  const onlyTargets = !words.some(isActual) && numbers.some(isActual);
  const known = scaleWith(words.map((at) => typed[at] as string)) !== null;
  if (known) return none;
  return onlyTargets || words.length <= numbers.length ? new Set(words) : none;
}

const numberAmongWords = (at: number) => ({
  message: `The ${NAMES[at]} is a number, but this measure is counted in words. It was kept as unusable, not taken for a figure.`,
  remedy: 'Record the step of the milestone scale, if it is known.',
});

const wordsAmongNumbers = (at: number) => ({
  message: `The ${NAMES[at]} is in words, but this measure is counted in numbers. The words were kept; there is no figure.`,
  remedy: 'Record the figure, if it is known.',
});

/** The last sentence of a figure's problem says what to do. */
function messageAndRemedy(problem: string): { message: string; remedy: string } {
  const last = problem.lastIndexOf('. ');
  if (last < 0) return { message: problem, remedy: 'Correct the figure, or write N/A.' };
  return { message: problem.slice(0, last + 1), remedy: problem.slice(last + 2) };
}

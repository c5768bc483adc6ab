import { missingReasonOf } from '../../domain/number/missing-words.ts';
import {
  directionAtEnd,
  directionBeyondUnit,
  isDirection,
  labelledDirection,
  type WithDirection,
} from './direction-words.ts';
import { type LabelledText, labelledTexts, type Section } from './performance-labels.ts';

/** The texts of one performance cell, as printed; empty where the label has nothing after it. */
export interface PerformanceTexts {
  quarterly: { target: string; actual: string };
  forecast: { target: string; actual: string };
  /** Empty where none is stated. */
  direction: string;
  /** The span that the cell gives its figures: `Monthly data`; null where it does not say. */
  span: 'month' | 'quarter' | null;
}

/**
 * Reads `Quarterly data Target X Actual Y`, `Forecast data Target X Actual Y` and the direction of travel, from
 * one paragraph or several, in any order. Answers null where there is no Target with its Actual, and where two
 * texts claim one place.
 */
export function readPerformance(paragraphs: readonly string[]): PerformanceTexts | null {
  const [only] = paragraphs;
  if (paragraphs.length === 1 && only !== undefined && missingReasonOf(only) !== null) return nothing(only);
  // Above the first label, a paragraph alone may be the direction.
  const alone =
    paragraphs.length > 1 && isDirection(paragraphs[0] as string) && !/^n\/a$/i.test(paragraphs[0] as string);
  const first = alone ? (paragraphs[0] as string) : '';
  const read = labelledTexts((alone ? paragraphs.slice(1) : paragraphs).join('\n'));
  const last = read.texts.at(-1);
  if (last === undefined || !read.texts.some(({ role }) => role === 'actual')) return null;
  const directions: string[] = [];
  const others = read.texts.slice(0, -1).map(({ text }) => flat(text));
  const end = endOf(last.text, others);
  const values = read.texts.map((text) =>
    text === last ? { ...text, text: end.before } : midDirection(text, directions),
  );
  const value = (section: Section, role: LabelledText['role']) =>
    values.filter((each) => each.section === section && each.role === role).map(({ text }) => flat(text));
  const cells = [
    value('now', 'target'),
    value('now', 'actual'),
    value('forecast', 'target'),
    value('forecast', 'actual'),
  ];
  if (cells.some((texts) => texts.length > 1)) return null;
  const [target, actual, forecastTarget, forecast] = cells.map(([text]) => text);
  if (target === undefined || actual === undefined) return null;
  // A forecast that has figures needs one of its labels; without any it says nothing, or that there is none.
  if (read.unlabelledForecast) return null;
  return {
    quarterly: { target, actual },
    forecast: { target: forecastTarget ?? '', actual: forecast ?? '' },
    direction: [...new Set([first, ...directions, end.direction])].filter((each) => each !== '').join(' / '),
    span: read.span,
  };
}

/** The whole cell is a word for having no figures. */
const nothing = (word: string): PerformanceTexts => ({
  quarterly: { target: '', actual: word },
  forecast: { target: '', actual: word },
  direction: '',
  span: null,
});

/** Some reports state a direction for the period and one for the forecast; both are kept, as stated. */
function midDirection(text: LabelledText, directions: string[]): LabelledText {
  const found = directionAtEnd(flat(text.text));
  if (found === null || found.before === '' || /^n\/a$/i.test(found.direction)) return text;
  // "On track Stable" may be a step of a scale; a figure before it leaves no doubt.
  if (!/\d/.test(found.before)) return text;
  directions.push(found.direction);
  return { ...text, text: found.before };
}

/** The direction is a paragraph of its own, or the words at the end of the last one. */
function endOf(tail: string, others: readonly string[]): WithDirection {
  const labelled = labelledDirection(flat(tail));
  if (labelled !== null) return labelled;
  const parts = tail.split('\n').map((part) => part.trim());
  const filled = parts.filter((part) => part !== '');
  if (filled.length > 1) return { before: filled[0] as string, direction: filled.slice(1).join(' ') };
  const only = filled[0] ?? '';
  // Alone in its label's own paragraph, "N/A" is the figure.
  if (/^n\/a$/i.test(only) && parts[0] !== '') return { before: only, direction: '' };
  return directionAtEnd(only) ?? directionBeyondUnit(only, others) ?? { before: only, direction: '' };
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

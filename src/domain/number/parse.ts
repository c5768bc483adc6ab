import { readDate } from './date.ts';
import { missing, type TypedFigure } from './figure.ts';
import { missingReasonOf } from './missing-words.ts';
import { type Suffix, sameNoun, samePer, suffixOf } from './suffix.ts';
import { readNumber, type TypedNumber } from './typed-number.ts';
import { cleanTyped, quoted, sameWords } from './typed-text.ts';
import type { Unit } from './unit.ts';
import { exampleOf, unitInWords } from './unit-words.ts';

/** A figure with what was typed, or a sentence that says what is wrong with the text and what to do. */
export type ParsedFigure = { figure: TypedFigure } | { problem: string };

/**
 * Reads what an officer typed or a report printed as a figure of a unit. Exact: no text becomes a binary float.
 *
 * In: the text of one cell, and the unit of its measure; `null` where a document does not state the unit (then
 * any known form is read, and words are taken as a milestone step: see `inferUnit`).
 * Out: a number (with or without the unit's own wording: `94.5`, `94.5%`, `94.5 per cent`; `k`, `m`, `bn` are
 * exact multipliers), a step, a date, or a missing figure with its reason. Blank is missing, never zero.
 * Refuses anything that could be read two ways: decimal commas (`1.000,0`, `185,00`), commas out of place,
 * exponents, another unit than the measure's, notes beside the figure, numbers in brackets (a negative or a
 * remark: type `-1.5`), spreadsheet errors and formulas, invisible characters, more than 40 digits.
 *
 * @example parseFigure('81.10 per 10,000 population', { kind: 'rate', decimals: 2, per: '10,000 population' })
 * // { figure: { kind: 'number', value: 81.1, typed: '81.10 per 10,000 population' } }
 */
export function parseFigure(typed: string, unit: Unit | null): ParsedFigure {
  const cleaned = cleanTyped(typed);
  if ('problem' in cleaned) return cleaned;
  const { text } = cleaned;
  const step = unit === null ? null : stepOf(text, unit);
  if (step !== null) return { figure: { kind: 'step', step, typed } };
  const reason = missingReasonOf(text);
  if (reason !== null) return { figure: missing(reason, typed) };
  const refusal = neverAFigure(text, unit);
  if (refusal !== null) return { problem: refusal };

  const date = readDate(text);
  if (date !== null) {
    if ('problem' in date) return date;
    if (unit !== null && unit.kind !== 'date') return wrongUnit(text, 'a date', unit);
    return { figure: { kind: 'date', date: date.date, typed } };
  }
  const number = readNumber(text);
  if (number !== null) {
    if ('problem' in number) return number;
    const problem = unitProblem(text, number, unit);
    return problem === null ? { figure: { kind: 'number', value: number.value, typed } } : { problem };
  }
  if (unit === null) return wordStep(text, typed);
  return { problem: `${quoted(text)} is not ${unitInWords(unit)}. Type it as ${exampleOf(unit)}, or N/A.` };
}

/** The step of the scale that a text names, as the scale spells it. */
function stepOf(text: string, unit: Unit): string | null {
  const words = sameWords(text);
  if (unit.kind === 'milestone') return unit.scale.steps.find((step) => sameWords(step) === words) ?? null;
  if (unit.kind !== 'yesNo') return null;
  if (/^(?:yes|y|true)$/.test(words)) return 'Yes';
  return /^(?:no|n|false)$/.test(words) ? 'No' : null;
}

/** Without a unit, words are a step as printed; a text with no letters, or with odd signs, is nothing we know. */
function wordStep(text: string, typed: string): ParsedFigure {
  if (/^\p{L}[\p{L}\d ,.'’/()&-]{0,79}$/u.test(text)) return { figure: { kind: 'step', step: text, typed } };
  return {
    problem: `${quoted(text)} is not a figure. Type a number (1,000.0, 94.5%, £1,200), a date, a milestone step or N/A.`,
  };
}

/** Texts that look like figures or words and are neither, whatever the unit. */
function neverAFigure(text: string, unit: Unit | null): string | null {
  if (/^[+-]?(?:nan|inf|infinity|∞|undefined|null)$/i.test(text)) {
    return `${quoted(text)} is not a number. Correct the calculation it came from, or type N/A.`;
  }
  if (/^#[\p{L}\d/]+[!?]?$/u.test(text)) {
    return `${quoted(text)} is a spreadsheet error. Correct the formula it came from, or type N/A.`;
  }
  if (/^[=@]/.test(text)) return `${quoted(text)} is a formula. Type the figure itself.`;
  if (/^(?:nil|none|zero)$/i.test(text)) {
    return `${quoted(text)} may mean zero or no data. Type 0 for zero, or leave it blank.`;
  }
  if (unit === null && /^(?:true|false)$/i.test(text))
    return `${quoted(text)} is not a figure. Type Yes or No.`;
  if (/^\(.*\)$/.test(text) && /\d/.test(text)) {
    return `${quoted(text)} is in brackets, which may mean a negative or a remark. Type a negative with a minus sign, for example -1.5.`;
  }
  if (/^[<>≤≥~≈±] ?[£$€]?[\d.]/u.test(text)) {
    return `${quoted(text)} is a limit or an estimate, not a figure. Type the figure; for a small number held back type Suppressed.`;
  }
  return null;
}

/** Why a number does not fit the unit, or null. A bare number fits every numeric unit. */
function unitProblem(text: string, number: TypedNumber, unit: Unit | null): string | null {
  const suffix = suffixOf(number.suffix, number.attached);
  if (unit !== null && agrees(number, suffix, unit)) return null;
  if (unit === null && (suffix.kind === 'unknown' || (number.symbol !== null && suffix.kind !== 'none'))) {
    return `${quoted(text)} has “${number.suffix}” after the number, which is no unit we know. Type the number with its unit, for example 94.5%, 10.0 days or 81.10 per 10,000 population; put remarks in the commentary.`;
  }
  if (unit === null) return null;
  const problem = wrongUnit(text, statedUnit(number, suffix), unit);
  return problem.problem;
}

function agrees(number: TypedNumber, suffix: Suffix, unit: Unit): boolean {
  if (unit.kind === 'milestone' || unit.kind === 'yesNo' || unit.kind === 'date') return false;
  if (number.symbol !== null && !(unit.kind === 'currency' && unit.symbol === number.symbol)) return false;
  if (number.multiplier !== null && unit.kind !== 'currency' && unit.kind !== 'number') return false;
  if (suffix.kind === 'none') return true;
  switch (unit.kind) {
    case 'percentage':
    case 'ratio':
      return suffix.kind === unit.kind;
    case 'rate':
      return suffix.kind === 'rate' && samePer(suffix.per, unit.per);
    case 'duration':
      return sameNoun(number.suffix, unit.noun);
    case 'number':
      return unit.noun !== undefined && sameNoun(number.suffix, unit.noun);
    case 'currency':
      return false;
  }
}

/** What the text itself says it is, or null where its ending is not known. */
function statedUnit(number: TypedNumber, suffix: Suffix): string | null {
  if (number.symbol !== null && suffix.kind === 'none') return `an amount of money in ${number.symbol}`;
  switch (suffix.kind) {
    case 'percentage':
      return 'a percentage';
    case 'ratio':
      return 'a ratio to 1';
    case 'rate':
      return `a rate per ${suffix.per}`;
    case 'duration':
    case 'noun':
      return `a number of ${suffix.noun}`;
    case 'unknown':
      return null;
    case 'none':
      return number.multiplier === null ? 'a number' : `a number with “${number.multiplier}”`;
  }
}

function wrongUnit(text: string, stated: string | null, unit: Unit): { problem: string } {
  const what = stated === null ? 'is not written in its unit' : `is ${stated}`;
  return {
    problem: `${quoted(text)} ${what}, but this measure is ${unitInWords(unit)}. Type it as ${exampleOf(unit)}, or N/A.`,
  };
}

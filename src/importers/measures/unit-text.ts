import { sameWords } from '../../domain/number/typed-text.ts';
import type { Unit } from '../../domain/number/unit.ts';

/** What a template offers; a person may also type `per 1,000 births`, a noun of time, or the steps of a scale. */
export const UNIT_WORDS: readonly string[] = [
  'Number',
  '%',
  '£',
  'Days',
  'Per 10,000 population',
  'Ratio',
  'Yes/No',
  'Date',
];

const DURATIONS = ['seconds', 'minutes', 'hours', 'days', 'working days', 'weeks', 'months', 'years'];
const MOST_STEPS = 20;

/** Reads the unit of a measure as a person names it; null for a text that names none. */
export function unitOf(typed: string, decimals: number): Unit | null {
  const text = typed.trim();
  const words = sameWords(text);
  if (/^(?:number|count|no|#)$/.test(words)) return { kind: 'number', decimals };
  const counted = /^number of (?=\S)/i.exec(text);
  if (counted !== null) return { kind: 'number', decimals, noun: text.slice(counted[0].length).trim() };
  if (/^(?:%|percentage|percent|per cent)$/.test(words)) return { kind: 'percentage', decimals };
  if (/^[£$€]$/.test(words)) return { kind: 'currency', decimals, symbol: words };
  if (/^(?:currency|pounds|money|gbp)$/.test(words)) return { kind: 'currency', decimals, symbol: '£' };
  if (/^ratio$/.test(words)) return { kind: 'ratio', decimals };
  if (/^(?:yes ?\/ ?no|y\/n|yes or no)$/.test(words)) return { kind: 'yesNo' };
  if (words === 'date') return { kind: 'date' };
  const duration = DURATIONS.find((noun) => words === noun || `${words}s` === noun);
  if (duration !== undefined) return { kind: 'duration', decimals, noun: duration };
  const rate = /^(?:rate )?per (?=\S)/i.exec(text);
  if (rate !== null) return { kind: 'rate', decimals, per: text.slice(rate[0].length).trim() };
  return milestone(text);
}

/** The steps of a scale, best first: `Completed > On track > Minor slippage`, or with semicolons. */
function milestone(text: string): Unit | null {
  const steps = text
    .split(/[;>|\n]/)
    .map((step) => step.trim())
    .filter((step) => step !== '');
  const distinct = new Set(steps.map(sameWords)).size === steps.length;
  return steps.length >= 2 && steps.length <= MOST_STEPS && distinct
    ? { kind: 'milestone', scale: { steps } }
    : null;
}

/** The same unit as text that `unitOf` reads. @example unitText({ kind: 'rate', decimals: 1, per: '1,000' }) // 'Per 1,000' */
export function unitText(unit: Unit): string {
  switch (unit.kind) {
    case 'number':
      return unit.noun === undefined ? 'Number' : `Number of ${unit.noun}`;
    case 'percentage':
      return '%';
    case 'currency':
      return unit.symbol;
    case 'duration':
      return `${unit.noun.slice(0, 1).toUpperCase()}${unit.noun.slice(1)}`;
    case 'rate':
      return `Per ${unit.per}`;
    case 'ratio':
      return 'Ratio';
    case 'milestone':
      return unit.scale.steps.join(' > ');
    case 'yesNo':
      return 'Yes/No';
    case 'date':
      return 'Date';
  }
}

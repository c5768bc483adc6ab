import { knownScales } from './known-scales.ts';
import { suffixOf } from './suffix.ts';
import { sameWords } from './typed-text.ts';
import type { Unit } from './unit.ts';

/** What a unit is, to follow "this measure is". @example unitInWords({ kind: 'percentage', decimals: 1 }) // 'a percentage' */
export function unitInWords(unit: Unit): string {
  switch (unit.kind) {
    case 'number':
      return unit.noun === undefined ? 'a plain number' : `a number of ${unit.noun}`;
    case 'percentage':
      return 'a percentage';
    case 'duration':
      return `a number of ${unit.noun}`;
    case 'currency':
      return `an amount of money in ${unit.symbol}`;
    case 'rate':
      return `a rate per ${unit.per}`;
    case 'ratio':
      return 'a ratio to 1';
    case 'milestone':
      return `one of the steps ${unit.scale.steps.join(', ')}`;
    case 'yesNo':
      return 'Yes or No';
    case 'date':
      return 'a date';
  }
}

/** A figure of the unit as an officer may type it, to follow "for example". @example exampleOf({ kind: 'percentage', decimals: 1 }) // '94.5%' */
export function exampleOf(unit: Unit): string {
  const number = (sample: { decimals: number }) => (sample.decimals === 0 ? '94' : '94.5');
  switch (unit.kind) {
    case 'number':
      return unit.noun === undefined ? number(unit) : `${number(unit)} ${unit.noun}`;
    case 'percentage':
      return `${number(unit)}%`;
    case 'duration':
      return `${number(unit)} ${unit.noun}`;
    case 'currency':
      return `${unit.symbol}1,200`;
    case 'rate':
      return `${number(unit)} per ${unit.per}`;
    case 'ratio':
      return '2.5:1';
    case 'milestone':
      return unit.scale.steps[0] ?? 'Completed';
    case 'yesNo':
      return 'Yes';
    case 'date':
      return '30-Sep-2018';
  }
}

/**
 * The unit that a column headed "unit" names: `number`, `%`, `days`, `£`, `per 10,000 population`, `ratio`,
 * `yes/no`, `date`, `milestone` (the commonest scale) or `milestone: Done > Begun > Late` (best step first);
 * anything else that can be counted (`tonnes`) is a number of it. Answers null where the text names none.
 *
 * @example readUnit('per 10,000 population', 2) // { kind: 'rate', decimals: 2, per: '10,000 population' }
 */
export function readUnit(text: string, decimals: number): Unit | null {
  const words = sameWords(text);
  if (/^(?:number|count|no|integer|decimal)$/.test(words)) return { kind: 'number', decimals };
  if (/^(?:percentage|% age|percentage points?)$/.test(words)) return { kind: 'percentage', decimals };
  if (/^(?:ratio|x:1|:1)$/.test(words)) return { kind: 'ratio', decimals };
  if (/^(?:yes ?\/ ?no|yes or no|yesno|y\/n)$/.test(words)) return { kind: 'yesNo' };
  if (words === 'date') return { kind: 'date' };
  const symbol = { '£': '£', gbp: '£', pounds: '£', '€': '€', eur: '€', $: '$', currency: '£' }[words];
  if (symbol !== undefined) return { kind: 'currency', decimals, symbol };
  if (/^milestones?(?: scale)?(?::|$)/.test(words)) return milestoneUnit(text);
  const suffix = suffixOf(text.trim(), false);
  switch (suffix.kind) {
    case 'rate':
      return { kind: 'rate', decimals, per: suffix.per };
    case 'duration':
      return { kind: 'duration', decimals, noun: suffix.noun.toLowerCase() };
    case 'noun':
      return { kind: 'number', decimals, noun: suffix.noun };
    case 'percentage':
    case 'ratio':
      return { kind: suffix.kind, decimals };
    default:
      return null;
  }
}

function milestoneUnit(text: string): Unit | null {
  const listed = text.slice(text.indexOf(':') + 1);
  if (!text.includes(':')) return { kind: 'milestone', scale: { steps: knownScales[0] ?? [] } };
  const steps = listed.split(/[>;|]/).map((step) => step.trim());
  return steps.length < 2 || steps.includes('') ? null : { kind: 'milestone', scale: { steps } };
}

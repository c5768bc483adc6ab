import { type Decimal, toText } from '../number/decimal.ts';
import { grouped } from '../number/format.ts';
import { parseFigure } from '../number/parse.ts';
import { quoted } from '../number/typed-text.ts';
import type { Unit } from '../number/unit.ts';
import { amountInWords } from './amount-words.ts';
import type { Parameter } from './scheme.ts';

/**
 * Reads the value of a scheme's parameter as a person types it. The unit is the parameter's, which need not be that of
 * the measure: a tolerance of 10% holds for days as for pounds.
 *
 * In: the text of a cell, the parameter, and the unit of the measure (for a tolerance in that unit).
 * Out: the exact value, or what is wrong and what to do. Refuses another unit: of a percentage, `2%` and
 * `2 percentage points` are different tolerances. A size below zero is for `overrideProblems` to refuse.
 *
 * @example readParameter('10%', amber, days) // { value: 10 }
 */
export function readParameter(
  typed: string,
  parameter: Parameter,
  measureUnit: Unit,
): { value: Decimal } | { problem: string } {
  const text = parameter.unit === 'points' ? typed.replace(POINTS, '') : typed;
  const read = parseFigure(text, unitOf(parameter, measureUnit));
  if ('figure' in read && read.figure.kind === 'number') return { value: read.figure.value };
  return {
    problem: `${quoted(typed.trim())} is not ${WANTED[parameter.unit]}. Type ${EXAMPLES[parameter.unit]}.`,
  };
}

const POINTS = /\s*(?:percentage points?|points?|pp)\s*$/i;

const WANTED: Record<Parameter['unit'], string> = {
  percent: 'a percentage',
  points: 'a number of percentage points',
  unit: 'an amount in the unit of the measure',
  count: 'a number',
  sigma: 'a number',
};
const EXAMPLES: Record<Parameter['unit'], string> = {
  percent: 'it as 10%',
  points: 'it as 2, or 2 percentage points',
  unit: 'the number alone, or with the unit of the measure',
  count: 'a number, such as 3',
  sigma: 'a number, such as 2',
};

function unitOf({ unit }: Parameter, measureUnit: Unit): Unit {
  if (unit === 'percent') return { kind: 'percentage', decimals: 0 };
  if (unit === 'unit' && 'decimals' in measureUnit) return measureUnit;
  return { kind: 'number', decimals: 0 };
}

/**
 * The value of a parameter as a sentence says it.
 * @example parameterInWords(decimal('10'), { id: 'amber', unit: 'percent', … }, days) // '10%'
 */
export function parameterInWords(value: Decimal, { unit }: Parameter, measureUnit?: Unit): string {
  const digits = grouped(toText(value));
  switch (unit) {
    case 'percent':
      return `${digits}%`;
    case 'points':
      return `${digits} percentage ${digits === '1' ? 'point' : 'points'}`;
    case 'sigma':
      return `${digits} times the usual variation`;
    case 'unit':
      return measureUnit === undefined ? digits : amountInWords(value, measureUnit);
    case 'count':
      return digits;
  }
}

import type { ChartRules } from '../../../../domain/signal/chart-setting.ts';
import type { FieldProblem } from '../../../form-problems.tsx';
import { typedText } from '../../../typed-form.ts';

type Field = keyof ChartRules;

/** What can be chosen, in the order of the form; the words say what each choice does. */
export const ruleChoices: Readonly<
  Record<
    Field,
    {
      legend: string;
      problem: string;
      choices: readonly { value: string; text: string; hint: string; says: string }[];
    }
  >
> = {
  screening: {
    legend: 'One-off jumps',
    problem: 'Say what becomes of one-off jumps',
    choices: [
      {
        value: 'yes',
        text: 'Leave them out when limits are worked out (screening)',
        hint: 'One odd figure does not widen the limits. The figure itself is still drawn, and flagged',
        says: 'One-off jumps are left out when limits are worked out',
      },
      {
        value: 'no',
        text: 'Count them like any other change',
        hint: 'As the workbook of Making Data Count does',
        says: 'One-off jumps count like any other change',
      },
    ],
  },
  twoOfThree: {
    legend: 'Two of three figures near a limit',
    problem: 'Say which figures count among the two of three',
    choices: [
      {
        value: 'mdc2023',
        text: 'A figure beyond the limit counts among them',
        hint: 'As Making Data Count has had it since late in 2023',
        says: 'Among two of three figures near a limit, one beyond it counts',
      },
      {
        value: 'withinLimits',
        text: 'Only figures within the limits count',
        hint: 'As it was before, and as the R package NHSRplotthedots has it',
        says: 'Among two of three figures near a limit, only those within it count',
      },
    ],
  },
  trialLimits: {
    legend: 'Few figures',
    problem: 'Say what is drawn of few figures',
    choices: [
      {
        value: 'no',
        text: 'No limits with fewer than 13 figures',
        hint: 'No signal is given',
        says: 'There are no limits with fewer than 13 figures',
      },
      {
        value: 'yes',
        text: 'Trial limits from 8 figures on',
        hint: 'Marked as trial: they move as more figures come in, and are wrong more often',
        says: 'There are trial limits from 8 figures on',
      },
    ],
  },
};

export const ruleFields = Object.keys(ruleChoices) as readonly Field[];

/** The rules as the values of the form. */
export const valuesOf = ({ screening, twoOfThree, trialLimits }: ChartRules): Record<Field, string> => ({
  screening: screening ? 'yes' : 'no',
  twoOfThree,
  trialLimits: trialLimits ? 'yes' : 'no',
});

export const rulesInWords = (rules: ChartRules): string[] =>
  ruleFields.map(
    (field) => ruleChoices[field].choices.find(({ value }) => value === valuesOf(rules)[field])?.says ?? '',
  );

/** The rules that were chosen, or what has not been. */
export function rulesIn(form: URLSearchParams): { rules: ChartRules } | { problems: FieldProblem[] } {
  const typed = (field: Field) => typedText(form, field);
  const problems = ruleFields
    .filter((field) => !ruleChoices[field].choices.some(({ value }) => value === typed(field)))
    .map((field) => ({ field, message: ruleChoices[field].problem }));
  if (problems.length > 0) return { problems };
  return {
    rules: {
      screening: typed('screening') === 'yes',
      twoOfThree: typed('twoOfThree') === 'withinLimits' ? 'withinLimits' : 'mdc2023',
      trialLimits: typed('trialLimits') === 'yes',
    },
  };
}

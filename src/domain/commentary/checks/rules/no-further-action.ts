import type { Found } from '../finding.ts';
import type { CheckedStatus } from '../input.ts';
import { part, type Reading } from '../reading.ts';

const NONE = new RegExp(
  [
    String.raw`\bno (?:(?:further|more|additional|other|new|formal) )*(?:action|intervention|step|measure|review|work)s? (?:(?:is|are|has been|have been|currently|to be|at present) )*(?:proposed|planned|scheduled|required|needed|necessary|recommended|at this (?:stage|time|point))\b`,
    String.raw`\bnothing (?:more|further|else) (?:is |has been )?(?:proposed|planned|needed|required)\b`,
  ].join('|'),
  'iu',
);

/**
 * "No further action" on a measure with the worst status, where the year end is not forecast to be on target either; with
 * how many periods running it has been so. Where the forecast recovers, doing nothing more may be right.
 */
export function noFurtherAction({ input, sentences }: Reading): Found[] {
  const { status, forecastStatus, former, period } = input;
  if (!status.isWorst || forecastStatus.onTarget === true) return [];
  const sentence = sentences.find(({ section, text }) => section !== 'context' && NONE.test(text));
  const match = sentence === undefined ? null : NONE.exec(sentence.text);
  if (sentence === undefined || match === null) return [];
  let running = 1;
  for (const { texts, status: then } of former) {
    if (!isWorst(then) || !(NONE.test(texts.intervention) || NONE.test(texts.actions))) break;
    running += 1;
  }
  const span = { month: 'month', quarter: 'quarter', half: 'half-year', year: 'year' }[period.span];
  const again = running === 1 ? '' : `, for the ${ordinal(running)} ${span} running`;
  return [
    {
      ...part(sentence, match.index, match[0].length),
      figures: [
        { label: 'Status', display: status.label, exact: null },
        { label: 'Forecast', display: forecastStatus.label, exact: null },
      ],
      says: `The measure is ${status.label} and not forecast to recover by the year end, and nothing more is to be done${again}. Say why, or what would change that.`,
      severity: running === 1 ? 'advice' : 'warning',
    },
  ];
}

const isWorst = (status: CheckedStatus | null): boolean => status?.isWorst === true;

const ordinal = (count: number): string =>
  ['first', 'second', 'third', 'fourth', 'fifth'][count - 1] ?? `${count}th`;

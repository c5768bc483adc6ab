import type { Direction } from '../../domain/direction/direction.ts';
import type { JudgedStatus } from '../../domain/evaluate.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import type { DirectionMark, StatusMark } from './report.ts';

/** How an outcome looks, as in a key: no explanation. */
export function outcomeMark(outcome: Outcome): StatusMark {
  return {
    outcome: outcome.id,
    label: outcome.label,
    letter: outcome.letter,
    shape: outcome.shape,
    background: outcome.background,
    foreground: outcome.foreground,
    isStatus: outcome.inDenominator,
    asPublished: false,
    explanation: '',
    brief: '',
    distance: '',
  };
}

/** A measure's status with why it has it. */
export function statusMark(status: JudgedStatus): StatusMark {
  const asPublished = status.shown === 'asPublished';
  const { sentence, brief, distanceSentence } = status.explain();
  const difference = status.agrees ? '' : ` Published as ${status.stated}.`;
  const explanation = asPublished ? `Our rules cannot judge it: ${brief}.` : `${sentence}${difference}`;
  return {
    ...outcomeMark(status.outcome),
    asPublished,
    explanation,
    // Where the published status is shown, what ours says of the figure would only confuse.
    brief: asPublished ? '' : `${brief.charAt(0).toUpperCase()}${brief.slice(1)}`,
    distance: asPublished ? '' : (distanceSentence ?? ''),
  };
}

const SYMBOLS = { improving: 'up', stabilised: 'level', deteriorating: 'down' } as const;

export function directionMark(direction: Direction): DirectionMark {
  switch (direction.kind) {
    case 'available':
      return {
        label: direction.label,
        symbol: SYMBOLS[direction.outcome],
        basis: direction.basisInWords,
        explanation: withoutLabel(direction.sentence, direction.label),
        brief: direction.brief,
        asPublished: false,
      };
    case 'unavailable':
      return {
        label: direction.label,
        symbol: 'none',
        basis: direction.basisInWords,
        explanation: direction.reason,
        brief: direction.reason,
        asPublished: false,
      };
    case 'asStated':
      return {
        label: direction.label,
        symbol: direction.outcome === null ? 'none' : SYMBOLS[direction.outcome],
        basis: direction.basisInWords,
        explanation: '',
        brief: '',
        asPublished: true,
      };
  }
}

/** The label stands beside it already. */
function withoutLabel(sentence: string, label: string): string {
  const rest = sentence.startsWith(`${label}: `) ? sentence.slice(label.length + 2) : sentence;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

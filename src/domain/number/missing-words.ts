import type { MissingReason } from './figure.ts';
import { sameWords } from './typed-text.ts';

/** How each reason prints where a figure would stand. Never a zero, never an empty cell. */
const PRINTED: Record<MissingReason, string> = {
  blank: 'No data',
  notDue: 'Not due',
  awaited: 'Awaited',
  notApplicable: 'N/A',
  withheld: 'Withheld',
  suppressed: 'Suppressed',
  notComparable: 'Not comparable',
  unusable: 'Not usable',
};

/**
 * What else is read as each reason. The bracketed letters are the shorthand of the UK Government Analysis
 * Function for official statistics: [c] confidential, [x] not available, [z] not applicable.
 */
const ALSO_TYPED: Partial<Record<MissingReason, readonly string[]>> = {
  blank: [
    '',
    '-',
    '--',
    '–',
    '—',
    '−',
    '..',
    '...',
    '…',
    'no data available',
    'data not available',
    'not available',
    '[x]',
  ],
  notDue: [
    'not yet due',
    'not due yet',
    'not due this period',
    'not due this quarter',
    'not reported this quarter',
  ],
  awaited: [
    'awaiting data',
    'awaiting',
    'data awaited',
    'tbc',
    'tba',
    'to be confirmed',
    'to be supplied',
    'to follow',
    'not yet available',
  ],
  notApplicable: ['na', 'n.a', 'n.a.', 'n / a', 'n/a.', 'not applicable', '[z]'],
  suppressed: ['*', '[c]'],
  notComparable: ['definition changed'],
  unusable: ['unusable'],
};

const REASONS = new Map<string, MissingReason>();
for (const reason of Object.keys(PRINTED) as MissingReason[]) {
  for (const words of [PRINTED[reason], ...(ALSO_TYPED[reason] ?? [])]) REASONS.set(key(words), reason);
}

/** The reason a text states for having no figure, or null where it states none. @example missingReasonOf('n/a') // 'notApplicable' */
export function missingReasonOf(text: string): MissingReason | null {
  return REASONS.get(key(text)) ?? null;
}

/** Whether a text is the code of a reason. @example isMissingReason('awaited') // true */
export const isMissingReason = (code: string): code is MissingReason => Object.hasOwn(PRINTED, code);

/** The reason in the words that reports print. @example missingInWords('awaited') // 'Awaited' */
export function missingInWords(reason: MissingReason): string {
  return PRINTED[reason];
}

/** Marks made of punctuation alone (`-`, `..`) must not lose themselves to the folding of words. */
function key(words: string): string {
  const trimmed = words.trim();
  return /[\p{L}]/u.test(trimmed) ? sameWords(trimmed) : trimmed;
}

import { commentaryParts } from '../../../status/outcome.ts';
import type { CommentaryPart } from '../../text-tree.ts';
import type { Found } from '../finding.ts';
import type { Reading } from '../reading.ts';

/** Words that fill a box and say nothing. */
const FILLER =
  /^[\s"'“”()-]*(?:n\/?a|not applicable|tbc|tba|tbd|none|nil|nothing(?: to (?:add|report))?|(?:see|as) above|as (?:before|previous(?:ly)?|last (?:quarter|time))|no (?:update|change|changes|comment|comments|commentary)|to follow|to be (?:confirmed|added|completed|advised)|awaiting (?:update|commentary)|x+|test|same)?[\s."'“”()-]*$/i;

/** True for a text that is blank, or only fills its box. @example isFiller('N/A') // true */
export const isFiller = (text: string): boolean => FILLER.test(text);

const NAMES: Readonly<Record<CommentaryPart, string>> = {
  context: 'context for current performance',
  actions: 'improvement actions',
  intervention: 'intervention and review',
};

/** A section that the status asks for and that is empty, or any that only fills its box. */
export function sectionEmpty({ input }: Reading): Found[] {
  return commentaryParts.flatMap((section): Found[] => {
    const text = input.texts[section];
    const isRequired = input.required.includes(section);
    if (!isFiller(text)) return [];
    const blank = text.trim() === '';
    if (blank && !isRequired) return [];
    return [
      {
        section,
        offset: 0,
        length: text.length,
        figures: [{ label: 'Status', display: input.status.label, exact: null }],
        says: blank
          ? `Nothing is written about ${NAMES[section]}, and a status of ${input.status.label} asks for it.`
          : `This says nothing about ${NAMES[section]}.`,
        severity: isRequired ? 'warning' : 'advice',
      },
    ];
  });
}

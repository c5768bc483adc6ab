import { wordChanges } from '../../../domain/commentary/word-changes.ts';

interface WordsChangedProps {
  before: string;
  after: string;
  /** Where both texts stand beside each other, only what was taken out of the one, or added to the other. */
  side?: 'before' | 'after';
}

/** A text with what was added and taken out: marked by an underline and words for screen readers as well as by colour. */
export const WordsChanged = ({ before, after, side }: WordsChangedProps) => (
  <span class="ot-pre">
    {wordChanges(before, after).map(({ kind, text }, index) => {
      if (kind === 'same') return text;
      if ((kind === 'added' && side === 'before') || (kind !== 'added' && side === 'after')) return null;
      const Mark = kind === 'added' ? 'ins' : 'del';
      return (
        <Mark key={index}>
          <span class="govuk-visually-hidden">{kind === 'added' ? ' [added: ' : ' [taken out: '}</span>
          {text}
          <span class="govuk-visually-hidden">]</span>
        </Mark>
      );
    })}
  </span>
);

import { wordChanges } from '../../../domain/commentary/word-changes.ts';

/** A text with what was added and taken out: marked by an underline and words for screen readers as well as by colour. */
export const WordsChanged = ({ before, after }: { before: string; after: string }) => (
  <span class="ot-pre">
    {wordChanges(before, after).map(({ kind, text }, index) => {
      if (kind === 'same') return text;
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

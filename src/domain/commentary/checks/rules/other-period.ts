import type { NamedTime } from '../dates.ts';
import type { Found } from '../finding.ts';
import { part, type Reading, type Sentence } from '../reading.ts';
import { periodInWords } from '../words.ts';

/** "This quarter, quarter 2", "the current quarter (Q2)". */
const CALLED_THIS = /\b(?:this|the current) (?:reporting )?quarter(?:,| \(|:| is| -| –)? ?(?:that is,? )?$/i;
/** "No further interventions are scheduled at the end of Q2": the text speaks from then. */
const SPOKEN_FROM =
  /\b(?:is|are|no|nothing|not|have been|has been|scheduled|planned|proposed|currently|now)\b[^.;:]{0,60}\b(?:at|as at|as of) (?:the )?end of (?:the )?$/i;
const PAST = /\b(?:was|were|had|stood|reported|reviewed|considered|agreed|held|completed|achieved)\b/i;

/** A quarter spoken of as the present one that is an earlier one: words left from the last report. */
export function otherPeriod({ input, sentences }: Reading): Found[] {
  if (input.period.span !== 'quarter') return [];
  return sentences.flatMap((sentence) =>
    sentence.times().flatMap((time) => {
      if (time.kind !== 'quarter' || time.end >= input.period.start) return [];
      const before = sentence.text.slice(Math.max(0, time.index - 110), time.index);
      const called = CALLED_THIS.exec(before);
      const spoken = PAST.test(sentence.text) ? null : SPOKEN_FROM.exec(before);
      const match = called ?? spoken;
      if (match === null) return [];
      return [
        found(
          sentence,
          time.index - before.length + match.index,
          time,
          periodInWords(input.period, input.period),
        ),
      ];
    }),
  );
}

function found(sentence: Sentence, from: number, time: NamedTime, now: string): Found {
  return {
    ...part(sentence, from, time.index + time.length - from),
    figures: [{ label: 'Reporting period', display: now, exact: null }],
    says: `This speaks of quarter ${time.quarter} as the present one, and the report is for ${now}. Is it left from an earlier report?`,
    severity: 'advice',
  };
}

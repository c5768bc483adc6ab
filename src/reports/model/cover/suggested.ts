import type { TextTree } from '../../../domain/commentary/text-tree.ts';
import type { ScorecardTally } from '../../../domain/scorecard/tally.ts';
import { counted } from '../sentence.ts';

/** What the suggestions are made of. */
export interface CoverFacts {
  scorecard: string;
  periodLabel: string;
  periodEnd: string;
  meeting: string;
  tally: ScorecardTally;
  /** Status become worse since the period before; null where nothing can be compared. */
  worse: number | null;
  before: string;
  /** `Quarter 3, 2018-19` */
  next: string;
}

/** Purpose, recommendations and next report as the figures suggest them, for the author to keep or write anew. */
export function suggestedWords(facts: CoverFacts): Record<'purpose' | 'recommendations' | 'next', TextTree> {
  const { scorecard, periodLabel, periodEnd, tally, meeting } = facts;
  const body = meeting === '' ? 'the meeting' : meeting;
  return {
    purpose: [
      paragraph(
        `To report performance against the ${counted(tally.measures, 'measure')} of the ${scorecard} for ${periodLabel} ` +
          `(to ${periodEnd}), and what is expected at the year end.`,
      ),
    ],
    recommendations: [{ type: 'ol', items: recommendations(facts).map((text) => [paragraph(text)]) }],
    next: [
      paragraph(`The report for ${facts.next} will come to ${body} when its round has been signed off.`),
    ],
  };
}

const paragraph = (text: string) => ({ type: 'p' as const, children: [{ type: 'text' as const, text }] });

function recommendations({ tally, worse, before, periodEnd }: CoverFacts): string[] {
  const { offTargetNow, offTargetForecast, measures, judged, onTarget } = tally;
  const said = [
    `To note that at ${periodEnd} ${onTarget} of ${counted(measures, 'measure')} (${judged} of them judged) ${onTarget === 1 ? 'is' : 'are'} on target or better.`,
  ];
  if (offTargetNow > 0) {
    said.push(
      `To note the ${counted(offTargetNow, 'measure')} off target and the actions that are being taken, set out in the improvement report.`,
    );
  }
  if (offTargetForecast > 0) {
    said.push(
      `To ask for a report on the ${counted(offTargetForecast, 'measure')} forecast to miss the year-end target.`,
    );
  }
  if (worse !== null && worse > 0) {
    said.push(
      `To consider whether to refer the ${counted(worse, 'measure')} whose status has become worse since ${before} to scrutiny.`,
    );
  }
  return said;
}

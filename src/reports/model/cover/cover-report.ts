import type { CoverWords } from '../../../domain/commentary/cover.ts';
import type { Evaluation } from '../../../domain/evaluate.ts';
import { formatDate } from '../../../domain/number/date.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { predecessor, samePeriodLastYear, successor } from '../../../domain/period/relate.ts';
import { standardChoice } from '../../../domain/scorecard/choice.ts';
import { movementBetween } from '../../../domain/scorecard/movement.ts';
import { selectAll } from '../../../domain/scorecard/selection.ts';
import { tallyOf } from '../../../domain/scorecard/tally.ts';
import { arranged } from '../arrangement.ts';
import { countsBlocks, notJudgedNote, statusCounts } from '../counts.ts';
import { keyBlocks } from '../key-blocks.ts';
import { measureRecord } from '../measure-record.ts';
import type { Report, ReportBlock } from '../report.ts';
import { asAtNote, fileStem, reportBase } from '../report-base.ts';
import { scorecardSentence } from '../sentence.ts';
import type { ReportWording } from '../wording.ts';
import { themeBlocks } from './by-theme.ts';
import { commitmentsDueBlocks, type DueCommitment } from './commitments-due.ts';
import { directionBlocks, forecastBlocks } from './crossed-blocks.ts';
import { disclosedBlocks } from './disclosed.ts';
import { earlierPeriod, movementBlocks } from './movement-blocks.ts';
import { shareSentences, sharesTable } from './shares.ts';
import { suggestedWords } from './suggested.ts';
import { addressBlocks, wordsBlocks } from './words-blocks.ts';

/** What a cover report is made of. Every evaluation is judged by the same rules. */
export interface CoverInputs {
  evaluation: Evaluation;
  /** The period before, and the same period a year before; null where there was no such scorecard. */
  before: Evaluation | null;
  lastYear: Evaluation | null;
  words: CoverWords;
  /** Open commitments that are overdue or due before the next report; null where the authority keeps none. */
  due: readonly DueCommitment[] | null;
}

/**
 * The report that goes on top of the others to a meeting: counts and shares on both denominators, by directorate and
 * theme, status by direction and by forecast, who moved since last period and last year, what changed in targets and
 * definitions, and between them the words of its author.
 *
 * @throws RangeError where only an exception report is held: shares of a scorecard would be an invention.
 */
export function coverReport(inputs: CoverInputs, wording: ReportWording): Report {
  const { evaluation, before, lastYear, words } = inputs;
  const { snapshot, scheme, measures } = evaluation;
  const { period, scorecard } = snapshot;
  if (scorecard.exceptionsOnly) {
    throw new RangeError(
      `Only the exceptions of the ${scorecard.name} are held for ${period.code}, so there is nothing to take a share of. ` +
        'Ask for the improvement report, or import the other measures first.',
    );
  }
  const base = reportBase(evaluation, wording, wording.coverTitle);
  const selected = selectAll(measures);
  const tally = tallyOf(measures, scheme.outcomes);
  const counts = statusCounts(evaluation, selected);
  const notJudged = notJudgedNote(evaluation);
  const denominators = shareSentences(tally);
  const since = earlierPeriod('before', predecessor(period), before, scorecard.name);
  const sinceLastYear = earlierPeriod('lastYear', samePeriodLastYear(period), lastYear, scorecard.name);
  const sentence = scorecardSentence(tally, base.period.endLabel);
  const { shows } = arranged('cabinet', evaluation, { choice: standardChoice('cabinet'), outside: 0 });
  const suggested = suggestedFor(inputs);
  return {
    kind: 'cover-report',
    fileStem: fileStem(snapshot.authority.code, 'cabinet', period.code),
    ...base,
    blocks: [
      { type: 'paragraph', role: 'lead', text: sentence },
      ...addressBlocks(words),
      ...asAtNote(snapshot),
      ...wordsBlocks(words, 'before', suggested),
      { type: 'heading', level: 2, text: 'Performance at a glance', id: 'glance' },
      ...[...denominators, ...(notJudged === null ? [] : [notJudged])].map(plain),
      sharesTable(evaluation),
      ...countsBlocks(counts, scheme, []),
      ...themeBlocks(evaluation),
      ...directionBlocks(evaluation),
      ...forecastBlocks(evaluation),
      ...movementBlocks(evaluation, since),
      ...movementBlocks(evaluation, sinceLastYear),
      ...disclosedBlocks(evaluation, before),
      ...commitmentsDueBlocks(inputs.due),
      ...wordsBlocks(words, 'after', suggested),
      ...keyBlocks(base, evaluation, EARLIER_JUDGED),
    ],
    measures: selected.map(measureRecord),
    summary: { sentence, shows, denominators, counts },
  };
}

/** What the figures suggest for the parts that the author has not written. */
export function suggestedFor({ evaluation, before, words }: Omit<CoverInputs, 'lastYear' | 'due'>) {
  const { measures, scheme, snapshot } = evaluation;
  const { period, scorecard } = snapshot;
  return suggestedWords({
    scorecard: scorecard.name,
    periodLabel: periodLabel(period),
    periodEnd: formatDate(period.end),
    meeting: words.meeting,
    tally: tallyOf(measures, scheme.outcomes),
    worse: before === null ? null : movementBetween(measures, before.measures).worse.length,
    before: periodLabel(predecessor(period)),
    next: periodLabel(successor(period)),
  });
}

const EARLIER_JUDGED =
  'Statuses of earlier periods are worked out from the figures as now known, by the same rules as those of this period.';

const plain = (text: string): ReportBlock => ({ type: 'paragraph', role: 'plain', text });

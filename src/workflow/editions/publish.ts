import {
  type Edition,
  type EditionStanding,
  editionName,
  momentOnPaper,
  succession,
} from '../../domain/round/edition.ts';
import type { EditionMark } from '../../reports/model/report.ts';
import { Refused } from '../refused.ts';
import type { ChecklistItem } from './checklist-item.ts';

/** What is asked for when an edition is made, as far as it can be wrong. */
export interface Wish {
  standing: EditionStanding;
  releaseAt: string | null;
  corrects: string | null;
  note: string | null;
  readers: readonly string[];
  acknowledged: Readonly<Record<string, string>>;
}

export const WORDS_MISSING = 'Say what this edition corrects';

/** Whatever is wrong with a wish: each with its field; what the checklist holds against it comes first. */
export function wishProblems(
  wish: Wish,
  checklist: readonly ChecklistItem[],
  { now, people }: { now: string; people: readonly string[] },
): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  for (const { code, severity, sentence } of checklist) {
    if (severity === 'error') problems.push({ field: `item-${code}`, message: sentence });
    else if (
      severity === 'warning' &&
      wish.standing !== 'draft' &&
      (wish.acknowledged[code]?.trim() ?? '') === ''
    ) {
      problems.push({ field: `reason-${code}`, message: `Give a reason: ${sentence}` });
    }
  }
  if (wish.standing === 'embargoed') {
    if (wish.releaseAt === null) {
      problems.push({ field: 'releaseOn', message: 'Enter when the embargo ends' });
    } else if (wish.releaseAt <= now) {
      problems.push({ field: 'releaseOn', message: 'The embargo must end in the future' });
    }
  }
  if (wish.corrects !== null && (wish.note?.trim() ?? '') === '') {
    problems.push({ field: 'note', message: WORDS_MISSING });
  }
  const unknown = wish.readers.filter((one) => !people.includes(one));
  if (unknown.length > 0) {
    problems.push({ field: 'readers', message: `There is nobody called ${unknown.join(', ')}` });
  }
  return problems;
}

/**
 * The edition that a new one of this standing follows. What is published is not published again: after the first
 * edition there are corrections, each of the newest. @throws Refused where that is not what is asked for
 */
export function checkSuccession(
  wish: Pick<Wish, 'standing' | 'corrects'>,
  same: readonly Edition[],
  now: string,
): { number: number; corrected: Edition | null } {
  const { number, follows: latest } = succession(wish.standing, same, now);
  if (wish.standing === 'draft') {
    if (wish.corrects !== null) throw new Refused('invalid', 'A draft corrects nothing.');
    return { number, corrected: null };
  }
  if (latest === null) {
    if (wish.corrects !== null) throw new Refused('notNow', 'There is no edition to correct.');
    return { number, corrected: null };
  }
  if (wish.corrects !== latest.id) {
    const said = editionName(latest);
    throw new Refused(
      'notNow',
      wish.corrects === null
        ? `${said} of this report has been made already. To change it, make a correction of it.`
        : `${said} has been made meanwhile. Look at it first, and correct that one.`,
    );
  }
  return { number, corrected: latest };
}

/** How an edition calls itself in print: of an embargo, in words that stay true when it has ended. */
export function labelOf(
  { standing, number, releaseAt }: Pick<Edition, 'standing' | 'number' | 'releaseAt'>,
  corrected: Edition | null,
  timeZone: string,
): string {
  const name = editionName({ standing, number });
  const correcting = corrected === null ? '' : `, which corrects ${editionName(corrected).toLowerCase()}`;
  if (standing === 'draft') return `${name}, for the leadership team: not for publication`;
  const embargo = embargoOf({ standing, releaseAt }, timeZone);
  return `${name}${correcting}${embargo === null ? '' : `, ${embargo}`}`;
}

/** `embargoed until 09:00 on 05-Feb-2019`; null where there is no embargo. */
export const embargoOf = (
  { standing, releaseAt }: Pick<Edition, 'standing' | 'releaseAt'>,
  timeZone: string,
): string | null =>
  standing === 'embargoed' && releaseAt !== null
    ? `embargoed until ${momentOnPaper(releaseAt, timeZone)}`
    : null;

/** What a reader must know of how the edition was made. */
export function remarksOf(
  {
    standing,
    left,
    provisional,
    restated,
    knownAt,
  }: {
    standing: EditionMark['standing'];
    left: number;
    provisional: readonly string[];
    restated: readonly string[];
    knownAt: string;
  },
  timeZone: string,
): string[] {
  return [
    `Figures are as they were known at ${momentOnPaper(knownAt, timeZone)}.`,
    ...(restated.length === 0
      ? []
      : [`Figures that were restated since then are shown as restated: ${restated.join(', ')}.`]),
    ...(provisional.length === 0
      ? []
      : [`Provisional, not yet approved by the service: ${provisional.join(', ')}.`]),
    ...(left === 0 || standing === 'draft'
      ? []
      : [
          `${left === 1 ? '1 measure of the scorecard is' : `${left} measures of the scorecard are`} exempt from publication and not counted here.`,
        ]),
  ];
}

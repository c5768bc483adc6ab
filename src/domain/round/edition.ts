import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../number/date.ts';
import { dayIn } from '../period/of-day.ts';

/** For whom an edition is: the leadership team, named readers until its release, or everybody. */
export const editionStandings = ['draft', 'embargoed', 'published'] as const;
export type EditionStanding = (typeof editionStandings)[number];

/** The reports that can be made of a scorecard; `cabinet` is the cover report that goes on top of the others. */
export const reportKinds = ['improvement', 'scorecard', 'cabinet'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** An issue of a report: numbered, with its bytes and what went into them; never changed once it is made. */
export interface Edition {
  id: string;
  report: ReportKind;
  /** Code of the scorecard it reports on. */
  scorecard: string;
  period: string;
  number: number;
  standing: EditionStanding;
  /** ISO instant from which an embargoed edition is for everybody. */
  releaseAt: string | null;
  /** The edition that this one corrects. */
  corrects: string | null;
  note: string | null;
  title: string;
  madeAt: string;
  madeBy: string;
  /** Head of the audit trail sealed before it was made: `12:9f86d0…`. */
  chainHead: string | null;
  /** Ids of the people who may read it before everybody may. */
  readers: readonly string[];
  /** Taken from its readers after it was made; its bytes stay, for those who audit. */
  withdrawn: Withdrawal | null;
  /** Instant at which the end of its embargo was noticed and told; null where it has not been, or has none. */
  releasedAt: string | null;
}

export interface Withdrawal {
  at: string;
  by: string;
  /** Printed where the edition was. */
  reason: string;
}

/** Whether everybody may read it at a moment. @example isPublic({ standing: 'draft', … }, now) // false */
export const isPublic = (
  edition: Pick<Edition, 'standing' | 'releaseAt' | 'withdrawn'>,
  now: string,
): boolean => edition.withdrawn === null && isOut(edition, now);

/** Whether it was ever for everybody: an edition withdrawn within its embargo never was. */
export const wasPublic = (
  edition: Pick<Edition, 'standing' | 'releaseAt' | 'withdrawn'>,
  now: string,
): boolean => isOut(edition, edition.withdrawn?.at ?? now);

const isOut = ({ standing, releaseAt }: Pick<Edition, 'standing' | 'releaseAt'>, now: string): boolean =>
  standing === 'published' || (standing === 'embargoed' && releaseAt !== null && releaseAt <= now);

/** `Edition 2`, `Draft 3`. What is under embargo is called what it will be: its name holds before and after. */
export const editionName = ({ standing, number }: Pick<Edition, 'standing' | 'number'>): string =>
  `${standing === 'draft' ? 'Draft' : 'Edition'} ${number}`;

/**
 * What a new edition of a standing follows, among those of the same report: the number it gets, and the edition that it
 * must correct. Embargoed and published editions are numbered in one row. What everybody may read corrects only what
 * everybody could read: it tells nobody of an edition that is under embargo, or was withdrawn within it.
 *
 * @param now ISO instant
 * @example after edition 1 was published, `succession('published', same, now)` // { number: 2, follows: edition 1 }
 */
export function succession(
  standing: EditionStanding,
  same: readonly Edition[],
  now: string,
): { number: number; follows: Edition | null } {
  const own = same.filter((each) => (each.standing === 'draft') === (standing === 'draft'));
  const number = Math.max(0, ...own.map((each) => each.number)) + 1;
  const known = own.filter(
    (each) =>
      standing === 'draft' || wasPublic(each, now) || (standing === 'embargoed' && each.withdrawn === null),
  );
  const follows = known.reduce<Edition | null>(
    (newest, each) => (newest === null || comesBefore(newest, each) ? each : newest),
    null,
  );
  return { number, follows };
}

/** Editions of the same report in the same period. */
export const isOfSameReport = (one: Edition, other: Edition): boolean =>
  one.report === other.report && one.scorecard === other.scorecard && one.period === other.period;

/**
 * The edition that readers of this one should look at instead: of those that everybody may read, the one made last.
 *
 * @returns null where this is the newest
 */
export function replacedBy(edition: Edition, all: readonly Edition[], now: string): Edition | null {
  const later = all.filter(
    (each) => isOfSameReport(each, edition) && isPublic(each, now) && comesBefore(edition, each),
  );
  return later.reduce<Edition | null>(
    (newest, each) => (newest === null || comesBefore(newest, each) ? each : newest),
    null,
  );
}

/** In the order in which they were made; of two made in one moment, that with the higher number is the later. */
export const comesBefore = (one: Edition, other: Edition): boolean =>
  one.madeAt === other.madeAt ? one.number < other.number : one.madeAt < other.madeAt;

/** `09:00 on 06-Nov-2018`, where the authority is. */
export function momentOnPaper(instant: string, timeZone: string): string {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainTime();
  return `${time.toString({ smallestUnit: 'minute' })} on ${formatDate(dayIn(instant, timeZone))}`;
}

/**
 * The instant at a time of a day where the authority is.
 *
 * @returns null where the text is not a time of the clock
 * @example momentAt('2018-11-06', '9:30', 'Europe/London') // '2018-11-06T09:30:00.000Z'
 */
export function momentAt(day: string, time: string, timeZone: string): string | null {
  const read = /^(\d{1,2})[:.](\d{2})$/.exec(time.trim());
  const [hour, minute] = [Number(read?.[1]), Number(read?.[2])];
  if (read === null || hour > 23 || minute > 59) return null;
  const plainTime = Temporal.PlainTime.from({ hour, minute });
  const there = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime });
  return there.toInstant().toString({ fractionalSecondDigits: 3 });
}

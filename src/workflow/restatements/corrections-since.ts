import { type EvaluatedMeasure, evaluate } from '../../domain/evaluate.ts';
import type { Facts, Observation, Recorded } from '../../domain/facts.ts';
import { sameFigure } from '../../domain/number/same-figure.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { dayIn } from '../../domain/period/of-day.ts';
import { parsePeriod, periodOf } from '../../domain/period/parse.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { comparePeriods } from '../../domain/period/relate.ts';
import {
  type Correction,
  type Corrections,
  correctionsOf,
  type Said,
} from '../../domain/restatement/corrections.ts';
import { type Restatement, restatementKindNames } from '../../domain/restatement/restatement.ts';
import {
  comesBefore,
  type Edition,
  editionName,
  isPublic,
  type ReportKind,
} from '../../domain/round/edition.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { Store } from '../../store/database.ts';
import { readEditionFile, readEditions } from '../../store/editions.ts';
import { readPeople } from '../../store/people.ts';
import { readRestatements } from '../../store/restatements.ts';
import { type FrozenInputs, thawed } from '../editions/frozen-inputs.ts';
import { INPUTS } from '../editions/stored-files.ts';

type Reader = Pick<Store, 'db'>;

export interface CorrectionsQuestion {
  authority: string;
  report: ReportKind;
  /** Code of the scorecard. */
  scorecard: string;
  /** Of the report that lists them. */
  period: ReportingPeriod;
  /** The same period's editions count too: not for an edition of that period, which says itself what it corrects. */
  samePeriod: boolean;
  /** ISO instant: editions that everybody could read by then, and restatements recorded by then. */
  at: string;
}

/**
 * The figures of the last published edition that stand otherwise among `facts`.
 *
 * @returns null where nothing was published before
 */
export async function correctionsSince(
  db: Reader,
  question: CorrectionsQuestion,
  facts: Facts,
): Promise<Corrections | null> {
  const { authority, at } = question;
  const edition = lastPublished(await readEditions(db, authority), question);
  if (edition === null) return null;
  const inputs = await inputsOf(db, authority, edition.id);
  if (inputs === null) return null;
  const changed = changedFigures(inputs, facts);
  const measures = [...new Set(changed.map(({ measure }) => measure))];
  const restatements = await readRestatements(db, authority, { measures, asAt: at });
  const posts = new Map((await readPeople(db, authority)).map(({ id, post }) => [id, post]));
  const said = (correction: Pick<Correction, 'measure' | 'period' | 'figure'>): Said =>
    saidOf(correction, { changed, restatements, posts, timeZone: facts.authority.timeZone });
  const items = measures.flatMap((measure) => {
    const own = changed.filter((one) => one.measure === measure);
    return periodsOf(own, inputs).flatMap((period) => {
      const [was, is] = bothWays(inputs, facts, measure, period);
      if (was === null || is === null) return [];
      return correctionsOf(was, is, period, (figure) => said({ measure, period: period.code, figure }));
    });
  });
  const { id, title, period } = edition;
  const label = periodLabel(periodOf(period));
  return {
    edition: { id, name: editionName(edition), title, period, periodLabel: label },
    items: inOrder(items, facts),
  };
}

/** The frozen inputs of an edition; null for none. */
export async function inputsOf(db: Reader, authority: string, edition: string): Promise<FrozenInputs | null> {
  const file = await readEditionFile(db, authority, edition, INPUTS);
  return file === null ? null : thawed(new TextDecoder().decode(file.bytes));
}

/** The newest public edition of the report and scorecard, of the latest period. */
export function lastPublished(
  editions: readonly Edition[],
  { report, scorecard, period, samePeriod, at }: Omit<CorrectionsQuestion, 'authority'>,
): Edition | null {
  const own = editions.filter((each) => {
    const order = comparePeriods(periodOf(each.period), period);
    return (
      each.report === report &&
      each.scorecard === scorecard &&
      each.madeAt <= at &&
      isPublic(each, at) &&
      (order < 0 || (samePeriod && order === 0))
    );
  });
  return own.reduce<Edition | null>((newest, each) => {
    if (newest === null) return each;
    const order = comparePeriods(periodOf(newest.period), periodOf(each.period));
    return order < 0 || (order === 0 && comesBefore(newest, each)) ? each : newest;
  }, null);
}

type Figure = Recorded<Observation>;

const keyOf = ({ measure, period, role }: Observation) => JSON.stringify([measure, period, role]);

/** The figures among `facts` that are not what went into the edition; only of measures and periods that it had. */
function changedFigures({ facts: published, period }: FrozenInputs, facts: Facts): Figure[] {
  const reported = periodOf(period);
  const then = newest(published.observations);
  const measures = new Set(published.measures.map(({ code }) => code));
  const known = new Set(facts.measures.map(({ code }) => code));
  return [...newest(facts.observations).values()].filter((each) => {
    if (!measures.has(each.measure) || !known.has(each.measure)) return false;
    const read = parsePeriod(each.period);
    if (!('period' in read) || read.period.end > reported.end) return false;
    const was = then.get(keyOf(each));
    return was === undefined || !isSame(was, each);
  });
}

const isSame = (was: Observation, is: Observation): boolean =>
  sameFigure(was.figure, is.figure) &&
  was.numerator === is.numerator &&
  was.denominator === is.denominator &&
  [...was.flags].sort().join() === [...is.flags].sort().join();

function newest(all: readonly Figure[]): Map<string, Figure> {
  const held = new Map<string, Figure>();
  for (const each of all) {
    const before = held.get(keyOf(each));
    if (before === undefined || before.recordedAt <= each.recordedAt) held.set(keyOf(each), each);
  }
  return held;
}

/** The periods of the edition's length that the changed figures belong to, and the edition's own; oldest first. */
function periodsOf(changed: readonly Figure[], { period }: FrozenInputs): ReportingPeriod[] {
  const own = periodOf(period);
  const others = changed.flatMap((each) => {
    const read = parsePeriod(each.period);
    return 'period' in read && read.period.span === own.span ? [read.period] : [];
  });
  return [...new Map([...others, own].map((each) => [each.code, each])).values()].sort(comparePeriods);
}

/** One measure as published, and the same with the figures that are known now: all else is as it was. */
function bothWays(
  { facts: published, statusScheme, directionScheme }: FrozenInputs,
  { observations }: Facts,
  measure: string,
  period: ReportingPeriod,
): [EvaluatedMeasure | null, EvaluatedMeasure | null] {
  const own = <T extends { measure: string }>(all: readonly T[]) =>
    all.filter((one) => one.measure === measure);
  const holding = published.scorecards.findLast(({ measures }) => measures.includes(measure));
  const facts: Facts = {
    ...published,
    measures: published.measures.filter(({ code }) => code === measure),
    targets: own(published.targets),
    observations: own(published.observations),
    commentaries: [],
    statements: own(published.statements),
    scorecards: [
      {
        code: 'one',
        name: 'One measure',
        validFrom: '0001-01-01',
        measures: [measure],
        exceptionsOnly: false,
        overrides: holding?.overrides ?? [],
      },
    ],
  };
  const judged = (given: Facts): EvaluatedMeasure | null => {
    try {
      const snapshot = snapshotOf(given, { period, scorecard: null, asAt: null });
      return evaluate(snapshot, statusScheme, directionScheme).measures[0] ?? null;
    } catch (error) {
      // Its directorate was not there in that period: nothing was published of it then.
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
  return [judged(facts), judged({ ...facts, observations: own(observations) })];
}

interface Sources {
  changed: readonly Figure[];
  restatements: readonly Restatement[];
  posts: ReadonlyMap<string, string | null>;
  timeZone: string;
}

/** The restatement of a figure, else what stands beside it; of one that was worked out, nothing. */
function saidOf(
  { measure, period, figure }: Pick<Correction, 'measure' | 'period' | 'figure'>,
  { changed, restatements, posts, timeZone }: Sources,
): Said {
  const isOf = ({ role, ...one }: Pick<Observation, 'measure' | 'period' | 'role'>) =>
    one.measure === measure && one.period === period && (role === 'forecast') === (figure === 'forecast');
  const observation = changed.find(isOf);
  const restatement = restatements.findLast(isOf);
  const post = (person: string) => posts.get(person) ?? null;
  if (restatement !== undefined && observation !== undefined) {
    const { kind, reason, person, at, waitsFor } = restatement;
    const words = kind === null ? reason : `${restatementKindNames[kind]}: ${reason}`;
    const waits = waitsFor === null ? '' : `. Waits for ${waitsFor}`;
    return { why: `${words.replace(/\.$/, '')}${waits}`, by: post(person), on: dayIn(at, timeZone) };
  }
  if (observation === undefined) return { why: 'Worked out from another figure', by: null, on: null };
  const { note, source, recordedAt } = observation;
  // Among the facts of an edition the post stands already.
  const by = post(source) ?? ([...posts.values()].includes(source) ? source : null);
  return { why: note, by, on: dayIn(recordedAt, timeZone) };
}

/** In the order of the scorecard; of one measure, the earliest period first. */
function inOrder(items: readonly Correction[], { measures }: Facts): Correction[] {
  const place = new Map(measures.map(({ code }, index) => [code, index]));
  return [...items].sort((a, b) => (place.get(a.measure) ?? 0) - (place.get(b.measure) ?? 0));
}

import { v7 } from 'uuid';
import { type Edition, editionName, isOfSameReport, momentOnPaper } from '../../domain/round/edition.ts';
import { withEdition } from '../../reports/model/edition.ts';
import type { Renderer, Report } from '../../reports/model/report.ts';
import { sealAudit } from '../../store/audit-seal.ts';
import type { Store } from '../../store/database.ts';
import { nameReaders } from '../../store/edition-records.ts';
import { addEdition, isEditionId, readEdition, readEditions } from '../../store/editions.ts';
import { readPeople } from '../../store/people.ts';
import { lockRound } from '../../store/round-lock.ts';
import { readRoundRecords } from '../../store/rounds.ts';
import { inTransaction, type Transaction } from '../../store/transaction.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';
import { changeRoundIn } from '../round/change-round.ts';
import { tellPublished } from '../round/tell.ts';
import { changesSince } from './correct.ts';
import { evaluationOf, frozen, reportOf, thawed } from './frozen-inputs.ts';
import { checkSuccession, embargoOf, labelOf, remarksOf, type Wish, wishProblems } from './publish.ts';
import { type Release, type ReleaseQuestion, readRelease } from './read-release.ts';
import { editionFiles } from './stored-files.ts';

/** What is asked for. The id is made with the form, so that a form that is sent twice makes one edition. */
export interface EditionOrder extends ReleaseQuestion, Wish {
  id: string;
  /** Whether those who may read it are told by message: everybody who works here, or its named readers. */
  tell: boolean;
}

export type Renderers = Readonly<Record<string, Renderer>>;

/** A new id for an order. */
export const newEditionId = (): string => v7();

/**
 * Makes an edition: seals the audit trail, prints its head, renders every format from one evaluation, and keeps the
 * bytes with their hashes beside the inputs; all of it in one transaction, or nothing.
 *
 * @returns the edition; the one there is where this order was carried out before
 */
export async function makeEdition(
  store: Store,
  acting: Acting,
  order: EditionOrder,
  renderers: Renderers,
): Promise<Edition> {
  mustBeAllowed(acting, 'publishEdition', null, null);
  if (!isEditionId(order.id)) throw new Refused('invalid', 'This form cannot be used. Open the page again.');
  const done = await readEdition(store, acting.authority, order.id);
  if (done !== null) return done;
  const release = await readRelease(store, acting, order);
  return inTransaction(store, (tx) => makeIn(tx, acting, order, release, renderers));
}

async function makeIn(
  tx: Transaction,
  acting: Acting,
  order: EditionOrder,
  release: Release,
  renderers: Renderers,
): Promise<Edition> {
  const { authority, now, person } = acting;
  // One edition of a period is made after another; whoever waited sees what the other made.
  await lockRound(tx, authority, order.period, 'alone');
  const done = await readEdition(tx, authority, order.id);
  if (done !== null) return done;
  const same = (await readEditions(tx, authority)).filter((each) =>
    isOfSameReport(each, { ...each, ...sameReport(order, release) }),
  );
  const { number, corrected } = checkSuccession(order, same, now);
  const version = (await readRoundRecords(tx, authority, order.period)).at(-1)?.sequence ?? null;
  if (version !== (release.round?.version ?? null)) {
    throw new Refused('notNow', 'The round has changed meanwhile. Look at the checklist again.');
  }
  const people = (await readPeople(tx, authority)).map(({ id }) => id);
  const problems = wishProblems(order, release.checklist, { now, people });
  if (problems.length > 0) {
    throw new Refused('invalid', problems.map(({ message }) => message).join('\n'), problems);
  }
  const head = await sealAudit(tx, authority, now);
  if (head === null) throw new Refused('notNow', 'There is nothing in the audit trail yet.');
  const { report, inputs } = await finalReport(tx, acting, {
    order,
    release,
    number,
    corrected,
    chainHead: `${head.sealNumber}:${head.hash}`,
  });
  const files = await editionFiles(report, inputs, renderers);
  const actingAs = roleFor(acting, 'publishEdition', null, null);
  const note = order.note?.trim() || null;
  await addEdition(
    tx,
    authority,
    {
      id: order.id,
      ...sameReport(order, release),
      number,
      standing: order.standing,
      releaseAt: order.standing === 'embargoed' ? order.releaseAt : null,
      corrects: corrected?.id ?? null,
      note,
      title: report.title,
      madeAt: now,
      madeBy: person.id,
      head,
      actingAs,
      decided: {
        knownAt: inputs.knownAt,
        ...(inputs.chosen === undefined ? {} : { chosen: inputs.chosen }),
        ...(inputs.leavesChartsOut === undefined ? {} : { leavesChartsOut: true }),
        provisional: release.provisional,
        acknowledged: Object.fromEntries(
          release.checklist.flatMap(({ code }) => {
            const reason = order.acknowledged[code]?.trim() ?? '';
            return reason === '' ? [] : [[code, reason]];
          }),
        ),
      },
    },
    files,
  );
  if (order.standing !== 'published' && order.readers.length > 0) {
    await nameReaders(tx, authority, order.id, order.readers, {
      person: person.id,
      actingAs,
      at: now,
      reason: null,
    });
  }
  if (order.standing === 'published' && release.round !== null) {
    await changeRoundIn(tx, acting, {
      period: order.period,
      verb: 'publish',
      version,
      reason: note,
      detail: { edition: order.id },
    });
  }
  if (order.tell) {
    const { title, period } = report;
    const words = corrected === null ? null : note;
    const content = { report: title, periodTitle: period.label, number, edition: order.id, note: words };
    if (order.standing === 'published') await tellPublished(tx, acting, content);
    if (order.standing === 'embargoed' && order.releaseAt !== null) {
      const embargoedUntil = momentOnPaper(order.releaseAt, inputs.facts.authority.timeZone);
      await tellPublished(tx, acting, { ...content, embargoedUntil }, order.readers);
    }
  }
  const made = await readEdition(tx, authority, order.id);
  if (made === null) throw new Error(`${editionName({ ...order, number })} was not kept`);
  return made;
}

const sameReport = ({ kind, period }: ReleaseQuestion, { inputs }: Release) => ({
  report: kind,
  period,
  scorecard: inputs.scorecard,
});

interface Making {
  order: Omit<EditionOrder, 'id'>;
  release: Release;
  number: number;
  corrected: Edition | null;
  chainHead: string;
}

/** Made from the inputs as they are kept, so that the inputs are known to be enough. */
async function finalReport(db: Pick<Transaction, 'db'>, { authority }: Acting, making: Making) {
  const { order, release, number, corrected, chainHead } = making;
  const { standing, releaseAt } = order;
  const inputs = thawed(frozen(release.inputs));
  const evaluation = evaluationOf(inputs);
  const { timeZone } = inputs.facts.authority;
  const { left, entered: provisional, restated } = release;
  const report = withEdition(reportOf(inputs, evaluation), {
    number,
    standing,
    label: labelOf({ standing, number, releaseAt }, corrected, timeZone),
    embargo: embargoOf({ standing, releaseAt }, timeZone),
    chainHead,
    note: order.note?.trim() || null,
    changes: corrected === null ? [] : await changesSince(db, authority, corrected.id, evaluation, inputs),
    remarks: remarksOf({ standing, left, provisional, restated, knownAt: inputs.knownAt }, timeZone),
  });
  return { report, inputs };
}

/** What stands where the head of the trail will stand: a preview seals nothing. */
const NOT_SEALED = 'printed here when the edition is made';

/** The report exactly as it would be made now, but for the head of the trail. Nothing is written. */
export async function previewEdition(
  store: Store,
  acting: Acting,
  order: Omit<EditionOrder, 'id'>,
): Promise<Report> {
  mustBeAllowed(acting, 'buildReport', null, null);
  const release = await readRelease(store, acting, order);
  const same = (await readEditions(store, acting.authority)).filter((each) =>
    isOfSameReport(each, { ...each, ...sameReport(order, release) }),
  );
  const { number, corrected } = checkSuccession(order, same, acting.now);
  const making = { order, release, number, corrected, chainHead: NOT_SEALED };
  return (await finalReport(store, acting, making)).report;
}

import { v7 } from 'uuid';
import type { EvaluatedMeasure } from '../domain/evaluate.ts';
import { formatFigure } from '../domain/number/format.ts';
import { effectInWords } from '../domain/restatement/effect.ts';
import type { PrintedFigure } from '../domain/restatement/restatement.ts';
import type { Store } from '../store/database.ts';
import { addRestatement, readRestatements } from '../store/restatements.ts';
import { inTransaction } from '../store/transaction.ts';
import { newEditionId } from '../workflow/editions/make-edition.ts';
import { restatableFigure } from '../workflow/queries/restatable.ts';
import { restateFigure, weighRestatement } from '../workflow/restatements/restate-figure.ts';
import type { Acting, ReadText } from '../workflow/round/acting.ts';
import { authority } from './authority.ts';
import { recordedOn } from './calendar.ts';
import { evaluateDemo } from './evaluate-demo.ts';
import { restatements } from './figures/corrections.ts';
import { performanceManager } from './people/people.ts';
import { pastPeriod } from './people/round-of-the-past.ts';

/** A figure of last quarter's that waits for the department, as the performance manager marked it after publication. */
const provisional = {
  measure: 'L&I PM02a',
  at: '2018-11-21T10:20:00.000Z',
  waitsFor: 'validation by the Department for Education, expected at the end of January 2019',
  reason: 'The department has published the results as provisional',
};

/**
 * Records who restated the figures that are known otherwise than they were first reported, and marks one figure of last
 * quarter as provisional. A second time nothing is changed.
 */
export async function restateDemo(store: Store, readText: ReadText): Promise<void> {
  const { code } = authority;
  if ((await readRestatements(store, code)).length > 0) return;
  await inTransaction(store, async (tx) => {
    for (const { measure, period, role, restatedOn, kind, reason } of restatements) {
      if (role === 'outturn') continue;
      const at = recordedOn(restatedOn);
      const before = measureIn(period, measure, new Date(Date.parse(at) - 1).toISOString());
      const after = measureIn(period, measure, at);
      await addRestatement(tx, code, {
        id: v7(),
        measure,
        period,
        role,
        verb: 'restate',
        kind,
        reason: reason.replace(/^Restated from [^:]*: /, ''),
        was: printed(before),
        is: printed(after),
        waitsFor: null,
        effect: effectInWords(before, after),
        note: reason,
        person: performanceManager.id,
        actingAs: 'performanceTeam',
        at,
      });
    }
  });
  await markProvisional(store, readText);
}

function measureIn(period: string, measure: string, asAt: string): EvaluatedMeasure {
  const found = evaluateDemo(period, { asAt }).measures.find(
    ({ snapshot }) => snapshot.version.code === measure,
  );
  if (found === undefined) throw new RangeError(`there is no ${measure} in ${period}`);
  return found;
}

const printed = ({ snapshot: { position, version } }: EvaluatedMeasure): PrintedFigure => ({
  display: formatFigure(position.figure, version.unit),
  numerator: position.observation?.numerator ?? null,
  denominator: position.observation?.denominator ?? null,
  provisional: position.observation?.flags.includes('provisional') ?? false,
});

async function markProvisional(store: Store, readText: ReadText): Promise<void> {
  const { measure, at, waitsFor, reason } = provisional;
  const acting: Acting = {
    authority: authority.code,
    person: { id: performanceManager.id, directorate: null },
    actors: ['performanceTeam'],
    now: at,
    today: at.slice(0, 10),
    readText,
  };
  const which = { period: pastPeriod, measure, role: null };
  const { role, standing } = await restatableFigure(store, authority.code, which);
  const { held } = standing;
  const given = {
    id: newEditionId(),
    period: pastPeriod,
    measure,
    role,
    figure: '',
    numerator: held?.numerator ?? '',
    denominator: held?.denominator ?? '',
    kind: '',
    reason,
    provisional: true,
    waitsFor,
    seen: held?.recordedAt ?? '',
  };
  const { effect } = await weighRestatement(store, acting, given);
  await restateFigure(store, acting, given, effect.own);
}

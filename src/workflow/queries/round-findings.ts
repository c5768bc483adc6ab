import { type HeldFindings, heldFindings, warningsOf } from '../../domain/commentary/checks/dismissal.ts';
import type { Finding } from '../../domain/commentary/checks/finding.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { furtherPeriods, periodCodesAround } from '../../domain/periods-looked-at.ts';
import { can } from '../../domain/permission/can.ts';
import { relationTo } from '../../domain/permission/relation.ts';
import { readDismissals } from '../../store/finding-dismissals.ts';
import { readTouchedMeasures } from '../../store/what-changed.ts';
import type { Known } from '../remembered/known-now.ts';
import type { Acting } from '../round/acting.ts';
import { checkEvaluated, readingDay } from './check-commentary.ts';
import { evaluateUpdates } from './evaluate-update.ts';
import { isSaidHere } from './findings.ts';
import type { RoundOverview, UpdateLine } from './round-overview.ts';
import { setUpKnown } from './set-up-now.ts';

/** One update in whose texts something was found. */
export interface LineWithFindings {
  line: UpdateLine;
  findings: HeldFindings;
}

/** What was found in the update as it stood at a version. */
interface Checked {
  version: number;
  findings: readonly Finding[];
}

/**
 * The updates of a round in whose texts something is to be looked at, those with warnings first: of those that somebody may
 * read before they are approved. An update is checked again only when it, its figures or what is around it has changed.
 */
export async function roundFindings(
  known: Known,
  acting: Acting,
  overview: RoundOverview,
): Promise<LineWithFindings[]> {
  const { store, authority } = known;
  const { round } = overview;
  const lines = overview.lines.filter((line) => mayRead(line, acting, overview));
  const checked = await checkedLines(known, acting, overview, lines);
  const dismissals = await readDismissals(store, authority, round.period);
  const found = lines.flatMap((line) => {
    const findings = heldFindings(
      checked.get(line.code)?.findings ?? [],
      dismissals.get(line.code) ?? new Map(),
    );
    return findings.open.length === 0 ? [] : [{ line, findings }];
  });
  const warned = ({ findings }: LineWithFindings) => warningsOf(findings).length > 0;
  return [...found.filter(warned), ...found.filter((each) => !warned(each))];
}

function mayRead(line: UpdateLine, { actors, person, today }: Acting, { absences }: RoundOverview): boolean {
  const { responsibility, version, standing } = line;
  const { directorate } = version;
  const relation = relationTo({ person, responsibility, directorate, absences, today });
  return can(actors, 'readUnapproved', { relation, state: standing.state });
}

async function checkedLines(
  known: Known,
  acting: Acting,
  { round }: RoundOverview,
  lines: readonly UpdateLine[],
): Promise<ReadonlyMap<string, Checked>> {
  const { store, authority } = known;
  const { period } = round;
  const asOf = readingDay(round, periodOf(period), acting.today);
  const kept = await known.recall<Map<string, Checked>>({
    key: `findings ${period} ${asOf}`,
    of: ['figures', 'texts', 'setUp', 'people', 'rounds'],
    many: true,
    work: async () => new Map(),
    renew: async (before, events) => {
      const judged = periodOf(period);
      const { charts } = await setUpKnown(known).authority();
      // A measure more than need be is checked again.
      const further = [...furtherPeriods(charts, [judged]).values()].flat();
      const periods = [...periodCodesAround(judged), ...further];
      const touched = new Set(await readTouchedMeasures(store, authority, events, periods));
      return new Map([...before].filter(([code]) => !touched.has(code)));
    },
  });
  // Nothing is written for those that have not been begun.
  const stale = lines.filter(
    ({ code, standing }) =>
      (standing.content !== null || standing.state === 'approved') &&
      kept.get(code)?.version !== standing.version,
  );
  if (stale.length === 0) return kept;
  const contents = new Map(
    stale.map(({ code, standing }) => [code, standing.state === 'approved' ? null : standing.content]),
  );
  const evaluated = await evaluateUpdates(store, acting, period, contents);
  const checked = await checkEvaluated(period, evaluated, asOf, setUpKnown(known));
  for (const { code, standing } of stale) {
    const findings = (checked.get(code)?.findings ?? []).filter(isSaidHere);
    kept.set(code, { version: standing.version, findings });
  }
  return kept;
}

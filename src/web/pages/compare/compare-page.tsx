import { type AspectGroup, aspectGroups } from '../../../domain/comparison/as-printed.ts';
import { differencesChosen } from '../../../domain/comparison/as-rows.ts';
import type { Comparison } from '../../../domain/comparison/compare.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { seriesCsv } from '../../../reports/render/csv/series-csv.ts';
import { comparisonTable, sideInWords } from '../../../workflow/queries/comparison-table.ts';
import { comparableEditions, readComparison, type Side } from '../../../workflow/queries/read-comparison.ts';
import {
  latestSettled,
  type ReadablePeriod,
  readablePeriods,
} from '../../../workflow/queries/readable-periods.ts';
import { periodAddress, periodAt } from '../../addresses.ts';
import { type FieldProblem, Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { type Chosen, CompareForm } from './compare-form.tsx';
import { Result } from './result.tsx';
import { sideIn, sideOf } from './sides.ts';

/** What was asked for, as far as it can be answered. */
interface Asking {
  chosen: Chosen;
  period: ReportingPeriod;
  periods: readonly ReadablePeriod[];
  editions: Awaited<ReturnType<typeof comparableEditions>>;
  problems: readonly FieldProblem[];
  sides: { before: Side; after: Side } | null;
  comparison: Comparison | null;
}

/** `/compare`: what differs between two editions, two days, or an edition and what is now known. */
export async function comparePage(asked: Asked): Promise<Answer> {
  const asking = await askingIn(asked);
  if (asking === null) return notFoundPage(asked);
  const { chosen, period, problems, sides, comparison } = asking;
  const { timeZone } = asked.authority;
  return pageAnswer(
    asked,
    {
      title: 'Compare',
      wide: true,
      hasErrors: problems.length > 0,
      back: { text: 'Scorecard', href: `/scorecard/${periodAddress(period.code)}` },
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Compare two editions or two days</h1>
      <CompareForm {...asking} />
      {comparison === null || sides === null ? null : (
        <Result
          comparison={comparison}
          shown={differencesChosen(comparison, chosen)}
          before={sideInWords(sides.before, period, timeZone)}
          after={sideInWords(sides.after, period, timeZone)}
          file={`/compare/differences.csv?${asked.query}`}
        />
      )}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** `/compare/differences.csv`: the same differences as a table. */
export async function compareFile(asked: Asked): Promise<Answer> {
  const asking = await askingIn(asked);
  if (asking === null) return notFoundPage(asked);
  const { chosen, period, sides, comparison } = asking;
  if (comparison === null || sides === null) return comparePage(asked);
  const { fileStem, headings, rows } = comparisonTable(asked.authority, period, sides, comparison, chosen);
  return { kind: 'file', ...seriesCsv(fileStem, headings, rows) };
}

/** null for a period that is none. */
async function askingIn({ store, known, authority, query, now }: Asked): Promise<Asking | null> {
  const [periods, editions] = await Promise.all([
    readablePeriods(known),
    comparableEditions(store, authority.code, now),
  ]);
  const typed = query.get('period');
  const period = typed === null ? latestSettled(periods)?.period : periodAt(typed);
  if (period === null || period === undefined) return null;
  const first = editions.find((each) => each.period === period.code) ?? editions[0];
  const chosen: Chosen = {
    from: sideIn(query, 'from', first?.id ?? 'day'),
    to: sideIn(query, 'to', 'now'),
    what: groupIn(query.get('what')),
    directorate: (query.get('directorate') ?? '').slice(0, 200),
  };
  const base = { chosen, period, periods, editions };
  // Nothing has been asked yet, and there is no edition to begin with.
  if (first === undefined && !query.has('from'))
    return { ...base, problems: [], sides: null, comparison: null };
  const given = { editions, now, timeZone: authority.timeZone };
  const [before, after] = [sideOf(chosen.from, 'from', given), sideOf(chosen.to, 'to', given)];
  const problems = [before, after].filter((side): side is FieldProblem => 'field' in side);
  if ('field' in before || 'field' in after) return { ...base, problems, sides: null, comparison: null };
  const sides = { before, after };
  const found = await readComparison(store, {
    authority: authority.code,
    period,
    scorecard: null,
    ...sides,
  });
  if (!('side' in found)) return { ...base, problems: [], sides, comparison: found };
  const message = `There was no scorecard for ${periodLabel(period)} on that day. Choose a later one`;
  const field = found.side === 'before' ? 'from-day' : 'to-day';
  return { ...base, problems: [{ field, message }], sides: null, comparison: null };
}

const groupIn = (typed: string | null): AspectGroup | null =>
  typed !== null && Object.hasOwn(aspectGroups, typed) ? (typed as AspectGroup) : null;

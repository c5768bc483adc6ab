import {
  type EditionStanding,
  editionStandings,
  momentAt,
  type ReportKind,
  reportKinds,
} from '../../../domain/round/edition.ts';
import {
  groupings,
  orderings,
  type ReportChoice,
  shownKinds,
  standardChoice,
} from '../../../domain/scorecard/choice.ts';
import type { EditionOrder } from '../../../workflow/editions/make-edition.ts';
import { periodAt } from '../../addresses.ts';
import type { Asked } from '../../route.ts';
import { typedDay } from '../../wording/typed-day.ts';

/** The form of the builder as it was typed; every field is text. */
export interface TypedOrder {
  id: string;
  kind: ReportKind;
  scorecard: string;
  /** Which measures; empty for what this kind of report always shows. */
  show: ReportChoice['show'] | '';
  directorates: readonly string[];
  measures: readonly string[];
  groupBy: ReportChoice['groupBy'];
  order: ReportChoice['order'];
  /** Whether the forecasts to question are in; empty for what this kind of report always does. */
  forecasts: '' | 'with' | 'without';
  /** Whether the measures off target are drawn. */
  charts: 'with' | 'without';
  standing: EditionStanding;
  provisional: readonly string[];
  corrects: string;
  note: string;
  releaseOn: string;
  releaseTime: string;
  readers: readonly string[];
  tell: boolean;
  reasons: Readonly<Record<string, string>>;
}

/** From the address for a page that is opened, from the form for one that is sent. */
export function typedOrder(from: URLSearchParams): TypedOrder {
  const text = (name: string, most = 200) => (from.get(name) ?? '').slice(0, most);
  const all = (name: string) => from.getAll(name).slice(0, 2_000);
  const standing = editionStandings.find((one) => one === text('standing'));
  return {
    id: text('id'),
    kind: reportKinds.find((one) => one === text('kind')) ?? 'improvement',
    scorecard: text('scorecard'),
    show: shownKinds.find((one) => one === text('show')) ?? '',
    directorates: all('directorate'),
    measures: all('measure'),
    groupBy: groupings.find((one) => one === text('groupBy')) ?? 'directorate',
    order: orderings.find((one) => one === text('order')) ?? 'scorecard',
    forecasts: (['with', 'without'] as const).find((one) => one === text('forecasts')) ?? '',
    charts: text('charts') === 'without' ? 'without' : 'with',
    standing: standing ?? 'published',
    provisional: all('provisional'),
    corrects: text('corrects'),
    note: text('note', 5_000),
    releaseOn: text('releaseOn'),
    releaseTime: text('releaseTime') || '09:00',
    readers: all('readers'),
    // An unticked box sends nothing; a form that was sent has its id.
    tell: text('id') === '' || text('tell') === 'yes',
    reasons: Object.fromEntries(
      [...from].flatMap(([name, value]) =>
        name.startsWith('reason-') ? [[name.slice('reason-'.length), value.slice(0, 1_000)]] : [],
      ),
    ),
  };
}

/** What was ticked for another way of choosing is not asked. */
function choiceOf(typed: TypedOrder): ReportChoice {
  const { kind, show, directorates, measures, groupBy, order, forecasts, charts } = typed;
  // A cover report is of the whole scorecard.
  if (kind === 'cabinet') return standardChoice(kind);
  const shown = show === '' ? standardChoice(kind).show : show;
  const isChosen = shown === 'chosen';
  return {
    show: shown,
    directorates: isChosen ? [] : directorates,
    measures: isChosen ? measures : [],
    groupBy,
    order,
    ...(forecasts === '' ? {} : { forecasts: forecasts === 'with' }),
    ...(charts === 'with' ? {} : { charts: false }),
  };
}

/** What is asked for, and what cannot be read of it. */
export function orderFrom(
  { params, authority }: Asked,
  typed: TypedOrder,
): { order: EditionOrder; problems: { field: string; message: string }[] } | null {
  const period = periodAt(params.period ?? '');
  if (period === null) return null;
  const problems: { field: string; message: string }[] = [];
  let releaseAt: string | null = null;
  if (typed.standing === 'embargoed') {
    const day = typedDay(typed.releaseOn, 'The end of the embargo');
    if ('problem' in day) problems.push({ field: 'releaseOn', message: day.problem });
    else if (day.day !== null) {
      releaseAt = momentAt(day.day, typed.releaseTime, authority.timeZone);
      if (releaseAt === null) {
        problems.push({ field: 'releaseTime', message: 'The time must be a time of day, like 09:00' });
      }
    }
  }
  const order: EditionOrder = {
    id: typed.id,
    kind: typed.kind,
    period: period.code,
    scorecard: typed.scorecard === '' ? null : typed.scorecard,
    standing: typed.standing,
    choice: choiceOf(typed),
    provisional: typed.provisional,
    corrects: typed.corrects === '' ? null : typed.corrects,
    note: typed.note.trim() === '' ? null : typed.note.trim(),
    releaseAt,
    readers: typed.standing === 'published' ? [] : typed.readers,
    acknowledged: typed.reasons,
    tell: typed.tell,
  };
  return { order, problems };
}

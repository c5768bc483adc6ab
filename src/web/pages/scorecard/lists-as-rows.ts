import type { ScorecardView } from '../../../workflow/queries/read-scorecard.ts';
import type { Turn } from '../../../workflow/remembered/turns.ts';
import type { RenderedRows } from '../../components/table/table.tsx';
import { type Filters, listsOf } from './lists.ts';
import { measureRows } from './measures-table.tsx';

export interface RowsOfLists {
  attention: RenderedRows;
  changed: RenderedRows;
  rest: RenderedRows;
  /** How many of the first have changed too. */
  above: number;
}

const everything: Filters = {
  directorate: null,
  status: null,
  changedOnly: false,
  close: null,
  bySignal: false,
};

const whole = new WeakMap<ScorecardView, Promise<RowsOfLists>>();

/** Where nothing is chosen, the same for everybody who may read it: made once for each view. */
export function wholeLists(view: ScorecardView, turn: Turn): Promise<RowsOfLists> {
  const known = whole.get(view);
  if (known !== undefined) return known;
  const lists = listsAsRows(view, turn, everything);
  whole.set(view, lists);
  return lists;
}

export async function listsAsRows(
  view: ScorecardView,
  turn: Turn,
  filters: Filters,
  asKnown = '',
): Promise<RowsOfLists> {
  const period = view.evaluation.snapshot.period.code;
  const { attention, changed, rest } = listsOf(view, filters);
  return {
    attention: await measureRows(attention, turn, period, true, asKnown),
    changed: await measureRows(changed, turn, period, filters.close !== null, asKnown),
    rest: await measureRows(rest, turn, period, filters.close !== null, asKnown),
    above: attention.filter(({ was }) => was !== null).length,
  };
}

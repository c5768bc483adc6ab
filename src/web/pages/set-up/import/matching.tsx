import { MEASURE_COLUMNS } from '../../../../importers/measures/columns.ts';
import { PEER_COLUMNS } from '../../../../importers/peers/columns.ts';
import type { Problem } from '../../../../importers/problem.ts';
import { SERIES_COLUMNS } from '../../../../importers/series/import-series.ts';
import type { Column } from '../../../../importers/table/column.ts';
import { TARGET_COLUMNS } from '../../../../importers/targets/import-targets.ts';
import { UPDATE_COLUMNS } from '../../../../importers/updates/columns.ts';
import type { KeptImport } from '../../../../workflow/set-up/import-figures.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { Token } from '../../../frame.tsx';
import type { Asked } from '../../../route.ts';

const columnsOf: Readonly<Record<string, readonly Column[]>> = {
  measures: MEASURE_COLUMNS,
  targets: TARGET_COLUMNS,
  series: SERIES_COLUMNS,
  updates: UPDATE_COLUMNS,
  peers: PEER_COLUMNS,
};

const LEAVE = 'leave';
const ASK = 'ask';
const MOST_HEADINGS = 100;

/** Columns of the file that are called otherwise here: the person says which is which. */
export function Matching({
  asked,
  kept,
  problems,
}: {
  asked: Asked;
  kept: KeptImport;
  problems: readonly Problem[];
}) {
  const headings = problems
    .flatMap(({ unknownColumn, column }) => (unknownColumn && column !== undefined ? [column] : []))
    .slice(0, MOST_HEADINGS);
  const columns = (columnsOf[kept.kind] ?? []).filter(({ shownOnly }) => shownOnly !== true);
  const matched = Object.entries(kept.headings);
  return (
    <>
      {matched.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {matched.map(([theirs, ours]) => (
            <li key={theirs}>
              {ours === '' ? `The column “${theirs}” is left out.` : `“${theirs}” is read as “${ours}”.`}
            </li>
          ))}
        </ul>
      )}
      {headings.length === 0 || columns.length === 0 ? null : (
        <form method="post" action={`/set-up/import/${kept.id}/match`} class="ot-panel">
          <Token asked={asked} />
          <h2 class="govuk-heading-m">Which column is which?</h2>
          {headings.map((heading, index) => (
            <div key={heading}>
              <input type="hidden" name="heading" value={heading} />
              <Select
                id={`column-${index}`}
                name="column"
                label={`“${heading}” in your file is`}
                items={[
                  { value: ASK, text: 'Choose' },
                  { value: LEAVE, text: 'Nothing that is wanted: leave it out' },
                  ...columns.map((column) => ({ value: column.heading, text: column.heading })),
                ]}
              />
            </div>
          ))}
          <Button classes="govuk-button--secondary">Read it again</Button>
        </form>
      )}
    </>
  );
}

/** The choices as they came: headings and columns in the same order. */
export function headingsIn(form: URLSearchParams): Record<string, string> {
  const columns = form.getAll('column').slice(0, MOST_HEADINGS);
  const headings = form.getAll('heading').slice(0, MOST_HEADINGS);
  return Object.fromEntries(
    headings.flatMap((heading, index) => {
      const column = columns[index] ?? ASK;
      return column === ASK ? [] : [[heading, column === LEAVE ? '' : column] as const];
    }),
  );
}

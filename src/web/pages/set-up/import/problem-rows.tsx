import type { Problem } from '../../../../importers/problem.ts';
import { Table } from '../../../components/table/table.tsx';

const MOST_SHOWN = 200;
const LONGEST_VALUE = 80;

/** Problems of a file, each with its address, what was found there and what to do. */
export function ProblemRows({ caption, problems }: { caption: string; problems: readonly Problem[] }) {
  const shown = problems.slice(0, MOST_SHOWN);
  return (
    <>
      <Table
        caption={`${caption} (${problems.length})`}
        columns={[
          { heading: 'Where', label: '' },
          { heading: 'Found', label: 'Found' },
          { heading: 'What is wrong', label: 'What is wrong' },
          { heading: 'What to do', label: 'What to do' },
        ]}
        rows={shown.map((problem, index) => ({
          key: String(index),
          cells: [whereOf(problem), found(problem), problem.message, problem.remedy],
        }))}
        empty=""
      />
      {problems.length > MOST_SHOWN ? (
        <p class="govuk-body">
          {`The first ${MOST_SHOWN} are shown. Correct them and read the file again to see the rest.`}
        </p>
      ) : null}
    </>
  );
}

function whereOf({ sheet, row, column }: Problem): string {
  const parts = [
    sheet === undefined ? null : `Sheet ${sheet}`,
    row > 0 ? `row ${row}` : null,
    column === undefined ? null : `column ${column}`,
  ].filter((part) => part !== null);
  const text = parts.join(', ');
  return text === '' ? 'The whole file' : text.charAt(0).toUpperCase() + text.slice(1);
}

function found({ value }: Problem): string {
  if (value === undefined || value === '') return 'Nothing';
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

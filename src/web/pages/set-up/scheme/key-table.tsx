import { keyNotesOf, keyOf } from '../../../../domain/status/key.ts';
import type { StatusScheme } from '../../../../domain/status/scheme.ts';
import { StatusTag } from '../../../components/status-tag/status-tag.tsx';
import { Table } from '../../../components/table/table.tsx';

/** The key of a scheme as reports print it: made from its rules. */
export function KeyTable({ scheme }: { scheme: StatusScheme }) {
  const notes = keyNotesOf(scheme);
  return (
    <>
      <Table
        caption={`Key: ${scheme.name}`}
        columns={[
          { heading: 'Status', label: '' },
          { heading: 'Given when', label: '' },
        ]}
        rows={keyOf(scheme).map(({ outcome, sentence }) => ({
          key: outcome.id,
          cells: [<StatusTag key="status" outcome={outcome} />, sentence],
        }))}
        empty=""
      />
      {notes.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

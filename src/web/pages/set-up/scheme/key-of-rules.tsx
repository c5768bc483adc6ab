import type { Content } from '../../../components/content.ts';
import { Table } from '../../../components/table/table.tsx';

interface Props {
  caption: string;
  captionSmall?: boolean;
  /** What is given: a status, a direction. */
  heading: string;
  rows: readonly { key: string; given: Content; when: string }[];
  notes: readonly string[];
}

/** What earns each status or direction, as its rules say it, with what else they say. */
export function KeyOfRules({ caption, captionSmall = false, heading, rows, notes }: Props) {
  return (
    <>
      <Table
        caption={caption}
        captionSmall={captionSmall}
        columns={[
          { heading, label: '' },
          { heading: 'Given when', label: '' },
        ]}
        rows={rows.map(({ key, given, when }) => ({ key, cells: [given, when] }))}
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

import type { CommitmentLine } from '../../../workflow/queries/commitments.ts';
import { Table } from '../../components/table/table.tsx';
import { dayInWords, daysAway } from '../../wording/days.ts';
import { commitmentAddress, stateInWords } from './words.ts';

interface TableOfProps {
  caption: string;
  captionHidden?: boolean;
  captionSmall?: boolean;
  lines: readonly CommitmentLine[];
  today: string;
  empty: string;
  /** Left out where every line is of one measure, or of one forum. */
  without?: 'measure' | 'forum';
}

/** Commitments as a list: what, by when, by whom, before whom, and where it stands. */
export const CommitmentTable = ({
  caption,
  captionHidden,
  captionSmall = false,
  lines,
  today,
  empty,
  without,
}: TableOfProps) => (
  <Table
    caption={caption}
    captionSmall={captionSmall}
    {...(captionHidden === undefined ? {} : { captionHidden })}
    columns={[
      { heading: 'Commitment', label: '' },
      { heading: 'Due', label: 'Due' },
      { heading: 'Who', label: 'Who' },
      ...(without === 'forum' ? [] : [{ heading: 'Forum', label: 'Forum' }]),
      { heading: 'Where it stands', label: 'Where it stands' },
    ]}
    empty={empty}
    rows={lines.map((line) => ({
      key: line.id,
      cells: [
        <What key="w" line={line} withMeasure={without !== 'measure'} />,
        <Due key="d" line={line} today={today} />,
        <span key="o" class="ot-name">
          {line.ownerName}
        </span>,
        ...(without === 'forum' ? [] : [<Before key="f" line={line} today={today} />]),
        <State key="s" line={line} />,
      ],
    }))}
  />
);

function What({ line, withMeasure }: { line: CommitmentLine; withMeasure: boolean }) {
  return (
    <>
      <a class="govuk-link" href={commitmentAddress(line)}>
        {line.what}
      </a>
      {withMeasure ? <span class="ot-under">{`${line.measure} ${line.measureTitle}`}</span> : null}
    </>
  );
}

function Due({ line, today }: { line: CommitmentLine; today: string }) {
  return (
    <>
      {dayInWords(line.due, today)}
      {line.state === 'open' ? (
        <span class={line.overdue ? 'ot-under ot-late' : 'ot-under'}>
          {daysAway(line.due, today)}
          {line.moved === 0 ? '' : `, moved ${line.moved === 1 ? 'once' : `${line.moved} times`}`}
        </span>
      ) : null}
    </>
  );
}

function Before({ line, today }: { line: CommitmentLine; today: string }) {
  if (line.forumName === null) return <>None</>;
  return (
    <>
      {line.forumName}
      {line.meeting === null ? null : (
        <span class="ot-under">{`meets ${dayInWords(line.meeting, today)}`}</span>
      )}
    </>
  );
}

function State({ line }: { line: CommitmentLine }) {
  const said = line.closed?.words ?? line.note?.text ?? '';
  return (
    <>
      <strong class={line.overdue ? 'ot-late' : ''}>{stateInWords(line)}</strong>
      {said === '' ? null : <span class="ot-under">{said}</span>}
    </>
  );
}

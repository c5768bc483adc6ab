import type { CommitmentRecord } from '../../../domain/commitment/commitment.ts';
import type { Forum } from '../../../domain/commitment/forum.ts';
import type { Person } from '../../../domain/organisation/person.ts';
import { dayInWords, momentInWords } from '../../wording/days.ts';
import { roleInWords } from '../../wording/roles.ts';

interface HistoryProps {
  records: readonly CommitmentRecord[];
  people: ReadonlyMap<string, Person>;
  forums: readonly Forum[];
  timeZone: string;
  today: string;
}

/** All that happened to a commitment, the latest first. */
export function CommitmentHistory({ records, people, forums, timeZone, today }: HistoryProps) {
  const names: Names = {
    person: (id) => people.get(id)?.name ?? id,
    forum: (id) => (id === null ? 'no forum' : (forums.find((one) => one.id === id)?.name ?? id)),
    day: (day) => dayInWords(day, today),
  };
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        What happened
      </h2>
      <ol class="govuk-list ot-history" reversed>
        {[...records].reverse().map((record) => (
          <li key={record.sequence}>
            <p class="govuk-body">
              <strong>{names.person(record.person)}</strong> {did(record, names)}
            </p>
            <p class="govuk-body-s">
              {`${momentInWords(record.at, timeZone)}, as ${roleInWords(record.actingAs)}`}
            </p>
            {record.reason === null ? null : <p class="govuk-body ot-pre">{`“${record.reason}”`}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Names {
  person: (id: string) => string;
  forum: (id: string | null) => string;
  day: (day: string) => string;
}

function did({ verb, detail }: CommitmentRecord, names: Names): string {
  switch (verb) {
    case 'promise':
      return `wrote it down, due ${names.day(detail.promised?.due ?? '')}, for ${names.person(detail.promised?.owner ?? '')}.`;
    case 'note':
      return `said how it goes: “${detail.note ?? ''}”`;
    case 'amend':
      return `changed it: ${[
        detail.due === undefined ? null : `due ${names.day(detail.due)}`,
        detail.owner === undefined ? null : `${names.person(detail.owner)} answers for it`,
        detail.forum === undefined ? null : `it comes before ${names.forum(detail.forum)}`,
      ]
        .filter((part) => part !== null)
        .join(', ')}.`;
    case 'discharge':
      return `said that it is done: “${detail.outcome ?? ''}”`;
    case 'drop':
      return 'dropped it.';
    case 'reopen':
      return 'opened it again.';
  }
}

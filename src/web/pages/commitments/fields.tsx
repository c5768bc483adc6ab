import { type Forum, forumsOn } from '../../../domain/commitment/forum.ts';
import type { Person } from '../../../domain/organisation/person.ts';
import { canOwn } from '../../../workflow/commitments/promise.ts';
import { Input } from '../../components/input/input.tsx';
import { Select } from '../../components/select/select.tsx';
import { type FieldProblem, messageFor } from '../../form-problems.tsx';
import { typedDay } from '../../wording/typed-day.ts';

/** The day, the owner and the forum of a commitment, as somebody typed them. */
export interface DueTyped {
  due: string;
  owner: string;
  forum: string;
}

interface DueFieldsProps {
  typed: DueTyped;
  people: Iterable<Person>;
  forums: readonly Forum[];
  today: string;
  problems: readonly FieldProblem[];
}

export function DueFields({ typed, people, forums, today, problems }: DueFieldsProps) {
  const there = forumsOn(forums, today);
  const kept = forums.filter(({ id }) => id === typed.forum && !there.some((one) => one.id === id));
  return (
    <>
      <Input
        name="due"
        label="Due"
        hint="The day by which it is done, or on which the forum meets: like 19/2/2019"
        classes="govuk-input--width-10"
        value={typed.due}
        errorMessage={messageFor(problems, 'due')}
      />
      <Select
        name="owner"
        label="Who answers for it"
        value={typed.owner}
        items={[
          { value: '', text: 'Choose somebody' },
          ...[...people]
            .filter((one) => canOwn(one) || one.id === typed.owner)
            .map(({ id, name, post }) => ({ value: id, text: post === null ? name : `${name}, ${post}` })),
        ]}
        errorMessage={messageFor(problems, 'owner')}
      />
      <Select
        name="forum"
        label="Forum that it comes before"
        value={typed.forum}
        items={[
          { value: '', text: 'None' },
          ...[...there, ...kept].map(({ id, name }) => ({ value: id, text: name })),
        ]}
        errorMessage={messageFor(problems, 'forum')}
      />
    </>
  );
}

/** The day as typed: an ISO day, null for none; what is no day is a problem of its field. */
export function readDue(text: string, field = 'due'): { day: string | null; problems: FieldProblem[] } {
  const read = typedDay(text, 'The day');
  return 'problem' in read
    ? { day: null, problems: [{ field, message: read.problem }] }
    : { day: read.day, problems: [] };
}

/** An ISO day as people type it. @example asTyped('2019-02-19') // '19/2/2019' */
export const asTyped = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
};

import {
  type Forum,
  type ForumKind,
  forumKindNames,
  forumKinds,
} from '../../../../domain/commitment/forum.ts';
import { readForums } from '../../../../workflow/queries/forums.ts';
import { type ForumGiven, saveForum } from '../../../../workflow/set-up/change-forums.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Select } from '../../../components/select/select.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedOrNull, typedText } from '../../../typed-form.ts';
import { typedDay } from '../../../wording/typed-day.ts';
import { asTyped } from '../../commitments/fields.tsx';
import { notFoundPage } from '../../problem/problem.tsx';

/** A forum as typed: lines as they stand in their boxes. */
interface Typed {
  name: string;
  aliases: string;
  kind: string;
  validFrom: string;
  validTo: string;
  meetings: string;
}

const typedOf = (forum: Forum | null, today: string): Typed => ({
  name: forum?.name ?? '',
  aliases: (forum?.aliases ?? []).join('\n'),
  kind: forum?.kind ?? '',
  validFrom: asTyped(forum?.validFrom ?? today),
  validTo: forum?.validTo ? asTyped(forum.validTo) : '',
  meetings: (forum?.meetings ?? []).map(asTyped).join('\n'),
});

/** `/set-up/forums/new`, or one that there is. */
export async function forumPage(asked: Asked): Promise<Answer> {
  const held = await heldForum(asked);
  return held === undefined ? notFoundPage(asked) : shown(asked, held, typedOf(held, asked.today), []);
}

export async function changeForum(asked: Asked): Promise<Answer> {
  const held = await heldForum(asked);
  if (held === undefined) return notFoundPage(asked);
  const { form } = asked;
  const typed: Typed = {
    name: typedText(form, 'name'),
    aliases: typedText(form, 'aliases'),
    kind: typedText(form, 'kind'),
    validFrom: typedText(form, 'validFrom'),
    validTo: typedText(form, 'validTo'),
    meetings: typedText(form, 'meetings'),
  };
  const { given, problems: unread } = read(typed, held?.id ?? null);
  const problems =
    unread.length > 0
      ? unread
      : await problemsOf(() => saveForum(asked.store, actingFor(asked), given, typedOrNull(form, 'reason')));
  if (problems.length > 0) return shown(asked, held, typed, problems);
  return { kind: 'redirect', to: '/set-up/forums', notice: `${given.name} has been saved.` };
}

/** null for a new one; undefined where there is none of that id. */
async function heldForum({ store, authority, params }: Asked): Promise<Forum | null | undefined> {
  if (params.forum === undefined) return null;
  return (await readForums(store, authority.code)).find(({ id }) => id === params.forum);
}

function read(typed: Typed, id: string | null): { given: ForumGiven; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const day = (field: 'validFrom' | 'validTo', what: string): string | null => {
    const one = typedDay(typed[field], what);
    if ('day' in one) return one.day;
    problems.push({ field, message: one.problem });
    return null;
  };
  const validFrom = day('validFrom', 'The first day');
  if (validFrom === null && problems.length === 0) {
    problems.push({ field: 'validFrom', message: 'Enter the first day on which there is this forum' });
  }
  const meetings = lines(typed.meetings).flatMap((text) => {
    const one = typedDay(text, `“${text.slice(0, 40)}”`);
    if ('day' in one) return one.day ?? [];
    if (!problems.some(({ field }) => field === 'meetings')) {
      problems.push({ field: 'meetings', message: one.problem });
    }
    return [];
  });
  return {
    given: {
      id,
      name: typed.name,
      aliases: lines(typed.aliases),
      kind: forumKinds.find((kind) => kind === typed.kind) ?? ('' as ForumKind),
      validFrom: validFrom ?? '',
      validTo: day('validTo', 'The last day'),
      meetings,
    },
    problems,
  };
}

const lines = (text: string): string[] =>
  text
    .split(/[\n;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 1_000);

function shown(asked: Asked, held: Forum | null, typed: Typed, problems: readonly FieldProblem[]): Answer {
  const title = held === null ? 'Add a forum' : held.name;
  const messageOf = (field: string) => messageFor(problems, field);
  return pageAnswer(
    asked,
    { title, back: { text: 'Forums', href: '/set-up/forums' }, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={asked.path} noValidate>
        <Token asked={asked} />
        <Input name="name" label="Name" value={typed.name} errorMessage={messageOf('name')} />
        <Textarea
          name="aliases"
          label="Other names that texts use"
          hint="One a line: Executive Scrutiny, ESB"
          rows={3}
          value={typed.aliases}
          errorMessage={messageOf('aliases')}
        />
        <Select
          name="kind"
          label="What it is"
          value={typed.kind}
          items={[
            { value: '', text: 'Choose' },
            ...forumKinds.map((kind) => ({ value: kind, text: forumKindNames[kind] })),
          ]}
          errorMessage={messageOf('kind')}
        />
        <div class="ot-figures">
          <Input
            name="validFrom"
            label="First day"
            hint="Like 1/4/2018"
            classes="govuk-input--width-10"
            value={typed.validFrom}
            errorMessage={messageOf('validFrom')}
          />
          <Input
            name="validTo"
            label="Last day"
            hint="Blank where it goes on"
            classes="govuk-input--width-10"
            value={typed.validTo}
            errorMessage={messageOf('validTo')}
          />
        </div>
        <Textarea
          name="meetings"
          label="Meetings"
          hint="The days on which it meets, one a line: 19/2/2019"
          rows={8}
          value={typed.meetings}
          errorMessage={messageOf('meetings')}
        />
        <Input name="reason" label="Reason (kept in the trail)" value={typedText(asked.form, 'reason')} />
        <Button>Save</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

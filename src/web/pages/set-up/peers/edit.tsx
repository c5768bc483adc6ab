import type { PeerGroup } from '../../../../domain/peers/peer-group.ts';
import { readMembers } from '../../../../domain/peers/read-members.ts';
import { peerGroupVersions } from '../../../../workflow/queries/peer-groups.ts';
import { type GroupGiven, savePeerGroup } from '../../../../workflow/set-up/change-peers.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkboxes, Radios } from '../../../components/choices/choices.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedOrNull, typedText } from '../../../typed-form.ts';
import { typedDay } from '../../../wording/typed-day.ts';
import { asTyped } from '../../commitments/fields.tsx';
import { notFoundPage } from '../../problem/problem.tsx';
import { kindNames } from './list.tsx';

/** A version as it stands in the boxes of the form. */
interface Typed {
  name: string;
  kind: string;
  validFrom: string;
  source: string;
  sourceDate: string;
  members: string;
  ended: boolean;
}

const typedOf = (group: PeerGroup | null, today: string): Typed => ({
  name: group?.name ?? '',
  kind: group?.kind ?? '',
  validFrom: asTyped(group === null || group.validFrom < today ? today : group.validFrom),
  source: group?.source ?? '',
  sourceDate: group === null ? '' : asTyped(group.sourceDate),
  members: (group?.members ?? []).map(({ code, name }) => `${code} ${name}`).join('\n'),
  ended: group?.ended ?? false,
});

/** `/set-up/peers/new`, or a group that there is, to be changed from a day on. */
export async function peerGroupPage(asked: Asked): Promise<Answer> {
  const held = await heldGroup(asked);
  return held === undefined ? notFoundPage(asked) : shown(asked, held, typedOf(held, asked.today), []);
}

export async function changePeerGroup(asked: Asked): Promise<Answer> {
  const held = await heldGroup(asked);
  if (held === undefined) return notFoundPage(asked);
  const { form } = asked;
  const typed: Typed = {
    name: typedText(form, 'name'),
    kind: typedText(form, 'kind'),
    validFrom: typedText(form, 'validFrom'),
    source: typedText(form, 'source'),
    sourceDate: typedText(form, 'sourceDate'),
    members: typedText(form, 'members'),
    ended: form.get('ended') === 'yes',
  };
  const { given, problems: unread } = read(typed, held?.code ?? null, asked.authority.name);
  const problems =
    unread.length > 0
      ? unread
      : await problemsOf(() =>
          savePeerGroup(asked.store, actingFor(asked), given, typedOrNull(form, 'reason')),
        );
  if (problems.length > 0) return shown(asked, held, typed, problems);
  return { kind: 'redirect', to: '/set-up/peers', notice: `${given.name} has been saved.` };
}

/** The newest version; null for a new group, undefined where there is none of that code. */
async function heldGroup({ store, authority, params }: Asked): Promise<PeerGroup | null | undefined> {
  if (params.group === undefined) return null;
  return (await peerGroupVersions(store, authority.code)).findLast(({ code }) => code === params.group);
}

const MOST_SAID = 5;

function read(typed: Typed, code: string | null, authority: string) {
  const problems: FieldProblem[] = [];
  const day = (field: 'validFrom' | 'sourceDate', what: string): string => {
    const one = typedDay(typed[field], what);
    if ('day' in one) return one.day ?? '';
    problems.push({ field, message: one.problem });
    return '';
  };
  const { members, problems: wrong } = readMembers(typed.members, authority);
  const validFrom = day('validFrom', 'The first day');
  const sourceDate = day('sourceDate', 'The day of the source');
  for (const message of wrong.slice(0, MOST_SAID)) problems.push({ field: 'members', message });
  if (wrong.length > MOST_SAID) {
    problems.push({ field: 'members', message: `${wrong.length - MOST_SAID} more lines are wrong` });
  }
  const given: GroupGiven = {
    code,
    name: typed.name,
    kind: typed.kind === 'nearestNeighbours' || typed.kind === 'own' ? typed.kind : '',
    validFrom,
    source: typed.source,
    sourceDate,
    members,
    ended: typed.ended,
  };
  return { given, problems };
}

function shown(
  asked: Asked,
  held: PeerGroup | null,
  typed: Typed,
  problems: readonly FieldProblem[],
): Answer {
  const title = held === null ? 'Add a peer group' : `Change ${held.name}`;
  const messageOf = (field: string) => messageFor(problems, field);
  return pageAnswer(
    asked,
    { title, back: { text: 'Peer groups', href: '/set-up/peers' }, hasErrors: problems.length > 0 },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={asked.path} noValidate>
        <Token asked={asked} />
        <Input name="name" label="Name" value={typed.name} errorMessage={messageOf('name')} />
        <Radios
          name="kind"
          legend="What it is"
          items={(['nearestNeighbours', 'own'] as const).map((kind) => ({
            value: kind,
            text: kindNames[kind],
            hint:
              kind === 'own'
                ? 'Councils that this one has chosen itself, such as those of the region'
                : 'Chosen by a published model of likeness',
            checked: typed.kind === kind,
          }))}
          errorMessage={messageOf('kind')}
        />
        <Input
          name="validFrom"
          label="Used from"
          hint="Like 1/4/2018. Comparisons of periods that end before that day keep what was there"
          classes="govuk-input--width-10"
          value={typed.validFrom}
          errorMessage={messageOf('validFrom')}
        />
        <Textarea
          name="members"
          label="Councils"
          hint="One a line, the code and then the name, typed or pasted from a spreadsheet: E06000001 Hartlepool"
          rows={12}
          value={typed.members}
          errorMessage={messageOf('members')}
        />
        <Input
          name="source"
          label="Where the choice comes from"
          hint="The model and its year, or the decision"
          value={typed.source}
          errorMessage={messageOf('source')}
        />
        <Input
          name="sourceDate"
          label="Day of that source"
          classes="govuk-input--width-10"
          value={typed.sourceDate}
          errorMessage={messageOf('sourceDate')}
        />
        {held === null ? null : (
          <Checkboxes
            name="ended"
            legend={null}
            items={[
              {
                value: 'yes',
                text: 'No longer used from that day on',
                hint: 'Comparisons of earlier periods keep it',
                checked: typed.ended,
              },
            ]}
          />
        )}
        <Input name="reason" label="Reason (kept in the trail)" value={typedText(asked.form, 'reason')} />
        <Button>Save</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

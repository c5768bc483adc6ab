import { formatLongDate } from '../../../../domain/number/date.ts';
import { groupsOn, type PeerGroup } from '../../../../domain/peers/peer-group.ts';
import { can } from '../../../../domain/permission/can.ts';
import { peerGroupVersions, peersDue } from '../../../../workflow/queries/peer-groups.ts';
import { measureAddress } from '../../../addresses.ts';
import { Button } from '../../../components/button/button.tsx';
import { Details } from '../../../components/details/details.tsx';
import { Table } from '../../../components/table/table.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { counted } from '../../../wording/count.ts';

export const kindNames = { nearestNeighbours: 'Nearest neighbours', own: 'A group of our own' } as const;

/** `/set-up/peers`: whom the council is compared with, and whose national figures are late. */
export async function peerGroupList(asked: Asked): Promise<Answer> {
  const { store, authority, today, actors } = asked;
  const versions = await peerGroupVersions(store, authority.code);
  const due = await peersDue(asked.known, today);
  const mayChange = can(actors, 'changePeers', { relation: 'other', state: null });
  const now = new Set(groupsOn(versions, today).map(({ code }) => code));
  const codes = [...new Set(versions.map(({ code }) => code))];
  return pageAnswer(
    asked,
    { title: 'Peer groups', wide: true, back: { text: 'Set-up', href: '/set-up' } },
    <>
      <h1 class="govuk-heading-l">Peer groups</h1>
      <p class="govuk-body">
        The councils that this one is compared with. A group changes from a day on; comparisons of earlier
        periods keep the councils of their time.
      </p>
      {mayChange ? <Button href="/set-up/peers/new">Add a peer group</Button> : null}
      <Table
        caption="Peer groups"
        captionHidden
        columns={[
          { heading: 'Group', label: '' },
          { heading: 'What it is', label: 'What it is' },
          { heading: 'Councils', label: 'Councils' },
          { heading: 'From', label: 'From' },
          { heading: 'Source', label: 'Source' },
        ]}
        rows={codes.map((code) => {
          const latest = versions.findLast((one) => one.code === code) as PeerGroup;
          return {
            key: code,
            cells: [
              <Name key="n" group={latest} linked={mayChange} isUsed={now.has(code)} today={today} />,
              kindNames[latest.kind],
              latest.members.length === 0 ? 'None' : counted(latest.members.length, 'council'),
              formatLongDate(latest.validFrom),
              `${latest.source}, ${formatLongDate(latest.sourceDate)}`,
            ],
          };
        })}
        empty="There are no peer groups yet."
      />
      {codes.map((code) => (
        <Versions key={code} versions={versions.filter((one) => one.code === code)} />
      ))}
      <Table
        caption="National figures that should have come"
        columns={[
          { heading: 'Measure', label: '' },
          { heading: 'Expected', label: 'Expected' },
          { heading: 'Where', label: 'Where' },
        ]}
        rows={due.map(({ measure, title, expectedOn, publication }) => ({
          key: measure,
          cells: [
            <a key="m" class="govuk-link" href={`/measures/${measureAddress(measure)}/comparison`}>
              {`${measure}: ${title}`}
            </a>,
            formatLongDate(expectedOn),
            publication ?? '',
          ],
        }))}
        empty="Nothing is late: every national figure that was expected by today has been brought in."
      />
    </>,
  );
}

interface NameProps {
  group: PeerGroup;
  linked: boolean;
  isUsed: boolean;
  today: string;
}

function Name({ group: { code, name, validFrom, ended }, linked, isUsed, today }: NameProps) {
  const note =
    validFrom > today
      ? isUsed
        ? 'Changes on that day'
        : 'Begins on that day'
      : ended
        ? 'No longer used'
        : null;
  return (
    <>
      {linked ? (
        <a class="govuk-link" href={`/set-up/peers/${encodeURIComponent(code)}`}>
          {name}
        </a>
      ) : (
        name
      )}
      {note === null ? null : <span class="ot-under">{note}</span>}
    </>
  );
}

/** The councils of a group, and those of its earlier versions, below the table: a cell has no room for them. */
function Versions({ versions }: { versions: readonly PeerGroup[] }) {
  const [latest] = [...versions].reverse();
  if (latest === undefined) return null;
  return (
    <Details summaryText={`Councils of ${latest.name}`}>
      {[...versions].reverse().map(({ validFrom, members, ended }) => (
        <p key={validFrom} class="govuk-body">
          {ended
            ? `From ${formatLongDate(validFrom)}: no longer used.`
            : `From ${formatLongDate(validFrom)}: ${members.map(({ code, name }) => `${name} (${code})`).join('; ')}.`}
        </p>
      ))}
    </Details>
  );
}

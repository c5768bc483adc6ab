import { can } from '../../../domain/permission/can.ts';
import { trailHead } from '../../../workflow/audit/check-trail.ts';
import { type AuditFilter, auditEvents } from '../../../workflow/queries/audit-events.ts';
import { Button } from '../../components/button/button.tsx';
import { Input } from '../../components/input/input.tsx';
import { Pagination } from '../../components/pagination/pagination.tsx';
import { Select } from '../../components/select/select.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { EventsTable } from './events-table.tsx';
import { kinds } from './words.ts';

const A_PAGE = 50;
const EVENT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `/audit`: the latest events, and the way to check that none was changed. */
export async function auditPage(asked: Asked): Promise<Answer> {
  const { store, authority, query, actors } = asked;
  const chosen = (name: string) => query.get(name)?.trim() || null;
  const before = chosen('before');
  const filter: AuditFilter = {
    actor: chosen('person'),
    kind: chosen('kind'),
    object: chosen('about'),
    before: before !== null && EVENT.test(before) ? before : null,
  };
  const [{ events, more, people }, head] = await Promise.all([
    auditEvents(store, authority.code, filter, A_PAGE),
    trailHead(store, authority.code),
  ]);
  const anywhere = { relation: 'other', state: null } as const;
  const last = events.at(-1);
  return pageAnswer(
    asked,
    { title: 'Audit trail', wide: true },
    <>
      <h1 class="govuk-heading-l">Audit trail</h1>
      <p class="govuk-body-l">
        {head === null
          ? 'Nothing has been sealed yet.'
          : `The trail is sealed up to seal ${head.sealNumber}. Each seal takes in the one before, so that a later change shows.`}
      </p>
      <div class="ot-actions">
        <Button href="/audit/check">Check the trail</Button>
        {can(actors, 'readSamples', anywhere) ? (
          <a class="govuk-link" href="/assurance">
            Figures tested by internal audit
          </a>
        ) : null}
        {can(actors, 'exportAudit', anywhere) ? (
          <a class="govuk-link" href="/audit/export" download>
            Download the whole trail (JSON lines)
          </a>
        ) : null}
      </div>
      <form method="get" action="/audit" class="ot-filters" aria-label="Choose events">
        <Select
          name="person"
          label="Who"
          value={filter.actor ?? ''}
          items={[
            { value: '', text: 'Everybody' },
            { value: 'outturn', text: 'Outturn itself' },
            ...people.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Select
          name="kind"
          label="What about"
          value={filter.kind ?? ''}
          items={[
            { value: '', text: 'Everything' },
            ...Object.entries(kinds).map(([value, text]) => ({ value, text })),
          ]}
        />
        <Input name="about" label="Code or period" value={filter.object ?? ''} />
        <div class="ot-filters__end">
          <Button classes="govuk-button--secondary">Show</Button>
          {filter.actor === null && filter.kind === null && filter.object === null ? null : (
            <a class="govuk-link" href="/audit">
              Show everything
            </a>
          )}
        </div>
      </form>
      <EventsTable
        caption={filter.before === null ? 'Latest events' : 'Earlier events'}
        events={events}
        people={people}
        timeZone={authority.timeZone}
        empty="No events match what you chose."
        withTrace={can(actors, 'readTrail', anywhere)}
      />
      {filter.before === null && !more ? null : (
        <Pagination
          previous={
            filter.before === null ? undefined : { href: addressOf(query, null), text: 'Latest events' }
          }
          next={
            more && last !== undefined
              ? { href: addressOf(query, last.id), text: 'Earlier events' }
              : undefined
          }
        />
      )}
    </>,
  );
}

function addressOf(query: URLSearchParams, before: string | null): string {
  const kept = new URLSearchParams();
  for (const name of ['person', 'kind', 'about']) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  if (before !== null) kept.set('before', before);
  const text = kept.toString();
  return text === '' ? '/audit' : `/audit?${text}`;
}

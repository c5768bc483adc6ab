import type { UpdateRecord } from '../../../domain/round/update.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { Details } from '../../components/details/details.tsx';
import { momentInWords } from '../../wording/days.ts';

const verbs: Readonly<Record<UpdateRecord['verb'], string>> = {
  save: 'saved a draft',
  submit: 'submitted it',
  withdraw: 'took it back',
  sendBack: 'sent it back',
  approve: 'approved it',
  reopen: 'reopened it',
};

/** Who did what, the last first. Drafts in a row by one person are one line. */
export function History({
  view,
  timeZone,
}: {
  view: Pick<UpdateView, 'records' | 'people'>;
  timeZone: string;
}) {
  const { records, people } = view;
  const told = records.filter(
    (record, index) =>
      record.verb !== 'save' ||
      records[index + 1]?.verb !== 'save' ||
      records[index + 1]?.person !== record.person,
  );
  if (told.length === 0) return null;
  const name = (id: string) => people.get(id)?.name ?? id;
  return (
    <Details summaryText="Who did what">
      <ol class="govuk-list ot-history">
        {[...told].reverse().map((record) => (
          <li key={record.sequence}>
            <strong>{name(record.person)}</strong> {verbs[record.verb]}
            {record.detail.onBehalfOf === undefined ? '' : ` on behalf of ${name(record.detail.onBehalfOf)}`},{' '}
            {momentInWords(record.at, timeZone)}
            {record.reason === null || record.reason === '' ? '' : `: “${record.reason}”`}
          </li>
        ))}
      </ol>
    </Details>
  );
}

import { formatLongDate } from '../../domain/number/date.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { dayIn } from '../../domain/period/of-day.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { type Edition, editionName, replacedBy } from '../../domain/round/edition.ts';
import { Details } from '../components/details/details.tsx';
import { Table } from '../components/table/table.tsx';
import { Tag } from '../components/tag/tag.tsx';
import type { EditionLinks } from './links.ts';

interface ListProps {
  /** Those that everybody may read, newest first. */
  editions: readonly Edition[];
  links: EditionLinks;
  authority: { name: string; timeZone: string };
  now: string;
}

/** What is published, newest first; editions that were corrected stay to be found, folded. */
export function EditionsList({ editions, links, authority, now }: ListProps) {
  const current = editions.filter((each) => replacedBy(each, editions, now) === null);
  const earlier = editions.filter((each) => !current.includes(each));
  return (
    <>
      <h1 class="govuk-heading-l">Published reports</h1>
      <p class="govuk-body-l">
        How {authority.name} is doing against what it promised. Each report is kept as it was published; where
        one was withdrawn, its page says when and why.
      </p>
      <EditionTable
        caption="Reports"
        empty="No report has been published yet."
        {...{ editions: current, links, authority }}
      />
      {earlier.length === 0 ? null : (
        <Details summaryText={`Editions that have been replaced (${earlier.length})`}>
          <EditionTable caption="Replaced editions" empty="" {...{ editions: earlier, links, authority }} />
        </Details>
      )}
    </>
  );
}

interface TableProps extends Omit<ListProps, 'now'> {
  caption: string;
  empty: string;
  /** Heading of the day from which everybody may read it. */
  published?: string;
}

export const EditionTable = ({
  editions,
  links,
  authority,
  caption,
  empty,
  published = 'Published',
}: TableProps) => (
  <Table
    caption={caption}
    columns={[
      { heading: 'Report', label: '' },
      { heading: 'Period', label: 'Period' },
      { heading: 'Edition', label: 'Edition' },
      { heading: published, label: published },
    ]}
    empty={empty}
    rows={editions.map((edition) => ({
      key: edition.id,
      cells: [
        <a key="a" class="govuk-link" href={links.edition(edition.id)}>
          {edition.title}
          <span class="govuk-visually-hidden">{`, ${periodLabel(periodOf(edition.period))}, ${editionName(edition)}`}</span>
        </a>,
        periodLabel(periodOf(edition.period)),
        edition.withdrawn === null ? (
          editionName(edition)
        ) : (
          <>
            {editionName(edition)} <Tag classes="govuk-tag--grey">Withdrawn</Tag>
          </>
        ),
        formatLongDate(dayIn(edition.releaseAt ?? edition.madeAt, authority.timeZone)),
      ],
    }))}
  />
);

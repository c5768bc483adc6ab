import { formatLongDate } from '../../domain/number/date.ts';
import { dayIn } from '../../domain/period/of-day.ts';
import { editionName, momentOnPaper } from '../../domain/round/edition.ts';
import type { EditionPage, EditionView } from '../../workflow/queries/editions.ts';
import { Button } from '../components/button/button.tsx';
import { Details } from '../components/details/details.tsx';
import { InsetText } from '../components/inset-text/inset-text.tsx';
import { StatusTag } from '../components/status-tag/status-tag.tsx';
import { Table } from '../components/table/table.tsx';
import { WarningText } from '../components/warning-text/warning-text.tsx';
import { sizeInWords } from '../wording/size.ts';
import { formatName } from './file-words.ts';
import type { EditionLinks } from './links.ts';

interface ArticleProps {
  view: EditionView;
  links: EditionLinks;
  timeZone: string;
  /** Where each figure is traced, by the code of its measure; absent where nobody is signed in. */
  trace?: ReadonlyMap<string, string> | undefined;
}

/** The page of an edition: what it says, what it corrects and what replaced it, its files, a page a measure. */
export function EditionArticle({ view, links, timeZone, trace }: ArticleProps) {
  const { edition, page } = view;
  const read = page.files.find(({ format }) => format === 'html');
  return (
    <>
      <span class="govuk-caption-l">{page.period.label}</span>
      <h1 class="govuk-heading-l">{page.title}</h1>
      <Standing view={view} links={links} />
      <p class="govuk-body-l">{page.sentence}</p>
      {page.shows ? <p class="govuk-body">{page.shows}</p> : null}
      <Issue view={view} timeZone={timeZone} />
      {read === undefined ? null : <Button href={links.file(edition.id, read.name)}>Read the report</Button>}
      <Corrections view={view} links={links} />
      <Downloads view={view} links={links} />
      <Measures view={view} links={links} trace={trace} />
      <Proof page={page} />
    </>
  );
}

/**
 * Which issue it is, and since when everybody may read it. What was made under an embargo is called by its name once
 * that has ended; its files are as they were made, and the reader is told what they still say.
 */
function Issue({ view: { edition, page, isOut, corrected }, timeZone }: Omit<ArticleProps, 'links'>) {
  const made = `Made on ${formatLongDate(dayIn(edition.madeAt, timeZone))}.`;
  if (!isOut || edition.releaseAt === null) return <p class="govuk-body">{`${page.label}. ${made}`}</p>;
  const corrects = corrected === null ? '' : `, which corrects ${editionName(corrected).toLowerCase()}`;
  return (
    <>
      <p class="govuk-body">
        {`${editionName(edition)}${corrects}. ${made} Published at ${momentOnPaper(edition.releaseAt, timeZone)}, when its embargo ended.`}
      </p>
      <p class="govuk-body">
        {`Its files and the pages of its measures were made before that and have not been changed since. They say “${page.label}”.`}
      </p>
    </>
  );
}

function Standing({ view: { replacedBy, page, isOut }, links }: Omit<ArticleProps, 'timeZone'>) {
  return (
    <>
      {isOut ? null : <WarningText>{page.label}.</WarningText>}
      {replacedBy === null ? null : (
        <InsetText>
          <p class="govuk-body">
            There is a newer edition of this report. This one is kept as it was published.{' '}
            <a class="govuk-link" href={links.edition(replacedBy.id)}>
              Go to {editionName(replacedBy).toLowerCase()}
            </a>
          </p>
        </InsetText>
      )}
    </>
  );
}

function Corrections({ view: { page, corrected }, links }: Omit<ArticleProps, 'timeZone'>) {
  if (corrected === null) return page.note === null ? null : <p class="govuk-body ot-pre">{page.note}</p>;
  return (
    <section>
      <h2 class="govuk-heading-m">What this edition corrects</h2>
      {page.note === null ? null : <p class="govuk-body ot-pre">{page.note}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {page.changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={links.edition(corrected.id)}>
          See {editionName(corrected).toLowerCase()}, as it was published
        </a>
      </p>
    </section>
  );
}

function Downloads({ view: { edition, page }, links }: Omit<ArticleProps, 'timeZone'>) {
  return (
    <Table
      caption="Downloads"
      columns={[
        { heading: 'File', label: '' },
        { heading: 'Size', label: 'Size' },
      ]}
      empty="There are no files."
      rows={page.files.map(({ format, name, size }) => ({
        key: format,
        cells: [
          <a key="a" class="govuk-link" href={links.file(edition.id, name)}>
            {formatName(format)}
            <span class="govuk-visually-hidden">{`: ${page.title}`}</span>
          </a>,
          sizeInWords(size),
        ],
      }))}
    />
  );
}

function Measures({ view: { edition, page }, links, trace }: Omit<ArticleProps, 'timeZone'>) {
  const isTraced = trace !== undefined && trace.size > 0;
  const directorates = [...new Set(page.measures.map(({ directorate }) => directorate))];
  return (
    <section>
      <h2 class="govuk-heading-m">Measures in this report</h2>
      {directorates.length === 0 ? <p class="govuk-body">There is nothing to report by exception.</p> : null}
      {directorates.length === 0 ? null : <WhereFrom links={links} edition={edition.id} trace={trace} />}
      {directorates.map((directorate) => (
        <Table
          key={directorate}
          caption={directorate}
          columns={[
            { heading: 'Measure', label: '' },
            { heading: 'Actual', label: 'Actual' },
            { heading: 'Status', label: 'Status' },
            { heading: 'Forecast for the year end', label: 'Forecast for the year end' },
            ...(isTraced ? [{ heading: 'Where from', label: 'Where from' }] : []),
          ]}
          empty=""
          rows={page.measures
            .filter((each) => each.directorate === directorate)
            .map(({ address, code, title, actual, status, forecastStatus }) => ({
              key: address,
              cells: [
                <>
                  <a class="govuk-link" href={links.measure(edition.id, address)}>
                    {title}
                  </a>
                  <span class="ot-under">{code}</span>
                </>,
                actual,
                <StatusTag key="s" outcome={status} />,
                <StatusTag key="f" outcome={forecastStatus} />,
                ...(isTraced ? [<Traced key="t" to={trace.get(code)} title={title} />] : []),
              ],
            }))}
        />
      ))}
    </section>
  );
}

function Traced({ to, title }: { to: string | undefined; title: string }) {
  if (to === undefined) return <span class="govuk-visually-hidden">Of another directorate</span>;
  return (
    <a class="govuk-link" href={to}>
      Trace
      <span class="govuk-visually-hidden">{` ${title}`}</span>
    </a>
  );
}

/** What is published is the same for everybody: how a figure came about is for those who work here. */
function WhereFrom({
  links,
  edition,
  trace,
}: { links: EditionLinks; edition: string } & Pick<ArticleProps, 'trace'>) {
  if (trace !== undefined) {
    return trace.size === 0 ? null : (
      <p class="govuk-body">
        Trace leads from a figure to who entered it, from which source, with which evidence, each change, its
        approval, the target and the rule.
      </p>
    );
  }
  const { signIn } = links;
  return (
    <p class="govuk-body">
      Officers and auditors can trace each figure to its entry, source, evidence and approval:{' '}
      {signIn === undefined ? (
        'they sign in to Outturn and open this report under Published.'
      ) : (
        <a class="govuk-link" href={signIn(edition)}>
          sign in to trace a figure
        </a>
      )}
    </p>
  );
}

/** For whoever wants to be sure that a file is the one that was published. */
const Proof = ({ page }: { page: EditionPage }) => (
  <Details summaryText="How to check that a file is as it was published">
    <p class="govuk-body">
      Each file has a SHA-256 hash, which is in the audit trail of {page.authority.name}. If the hash of your
      copy is the same, not a letter of it was changed.
    </p>
    <dl class="govuk-body-s">
      {page.files.map(({ name, sha256 }) => (
        <div key={name}>
          <dt class="ot-pre">{name}</dt>
          <dd class="ot-pre">{sha256}</dd>
        </div>
      ))}
    </dl>
    <p class="govuk-body ot-pre">
      {`The audit trail was sealed before this edition was made. Its head was ${page.chainHead}`}
    </p>
    {page.remarks.map((remark) => (
      <p class="govuk-body" key={remark}>
        {remark}
      </p>
    ))}
  </Details>
);

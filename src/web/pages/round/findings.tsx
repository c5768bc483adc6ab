import { warningsOf } from '../../../domain/commentary/checks/dismissal.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { updateStateNames } from '../../../domain/round/update.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import { type LineWithFindings, roundFindings } from '../../../workflow/queries/round-findings.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { numberedPages, pageOf } from '../../components/pagination/numbered.ts';
import { Pagination } from '../../components/pagination/pagination.tsx';
import { Select } from '../../components/select/select.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { Said } from '../update/findings.tsx';
import { partNames } from '../update/texts.tsx';
import { roundAddress, roundOf } from './round-of.ts';

/** @example '12 updates have words to look at again, 7 of them with a warning' */
export function foundInWords(found: readonly LineWithFindings[]): string {
  const warned = found.filter(({ findings }) => warningsOf(findings).length > 0).length;
  const have = `${counted(found.length, 'update')} ${found.length === 1 ? 'has' : 'have'} words to look at again`;
  if (warned === 0) return have;
  return found.length === 1 ? `${have}, with a warning` : `${have}, ${warned} of them with a warning`;
}

/** How many updates have words to look at again; nothing where none has. */
export function Found({ found, period }: { found: readonly LineWithFindings[]; period: string }) {
  if (found.length === 0) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${roundAddress(period)}/findings`}>
        {foundInWords(found)}
      </a>
    </p>
  );
}

/** An update may have a dozen remarks: more would be no page that anybody reads. */
const ON_A_PAGE = 50;

/** The updates of a round whose words and figures disagree, measure by measure. */
export async function findingsPage(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { period, overview } = open;
  const wanted = {
    directorate: asked.query.get('directorate') ?? '',
    warnings: asked.query.get('only') === 'warnings',
  };
  const all = await roundFindings(asked.known, actingFor(asked), overview);
  const found = all.filter(
    ({ line, findings }) =>
      (wanted.directorate === '' || line.version.directorate === wanted.directorate) &&
      (!wanted.warnings || warningsOf(findings).length > 0),
  );
  const address = roundAddress(period.code);
  const page = pageOf(found, asked.query.get('page'), ON_A_PAGE);
  const pages = numberedPages(page, (number) => findingsAddress(period.code, wanted, number));
  const which = page.pages === 1 ? '' : ` (page ${page.page} of ${page.pages})`;
  return pageAnswer(
    asked,
    {
      title: `Words to look at again: ${periodLabel(period)}${which}`,
      back: { text: periodLabel(period), href: address },
    },
    <>
      <h1 class="govuk-heading-l">Words to look at again, {periodLabel(period)}</h1>
      <p class="govuk-body">
        The texts of this round are held against their figures. An officer puts the words right, or dismisses
        what was found with a reason. A warning that is left keeps an update from being approved with others
        in one go, and is listed when a report is made.
      </p>
      <form method="get" action={`${address}/findings`} class="ot-filters">
        <Select
          name="directorate"
          label="Directorate"
          value={wanted.directorate}
          items={[
            { value: '', text: 'All' },
            ...overview.directorates.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <Select
          name="only"
          label="What was found"
          value={wanted.warnings ? 'warnings' : ''}
          items={[
            { value: '', text: 'Warnings and advice' },
            { value: 'warnings', text: 'Updates with a warning' },
          ]}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      {found.length === 0 ? (
        <p class="govuk-body-l">
          {all.length === 0
            ? 'Nothing has been found in the texts that have come in.'
            : 'No update of this round is like that.'}
        </p>
      ) : (
        <>
          <p class="govuk-body-l">{foundInWords(found)}.</p>
          {pages === null ? null : (
            <p class="govuk-body">{`Showing ${page.from} to ${page.to} of ${counted(page.of, 'update')}.`}</p>
          )}
          {page.items.map((each) => (
            <OfMeasure key={each.line.code} found={each} period={period.code} />
          ))}
          {pages === null ? null : <Pagination {...pages} />}
        </>
      )}
    </>,
  );
}

/** Only what was chosen is in the address. */
export function findingsAddress(
  period: string,
  wanted: { directorate: string; warnings: boolean },
  page: number,
): string {
  const kept = new URLSearchParams();
  if (wanted.directorate !== '') kept.set('directorate', wanted.directorate);
  if (wanted.warnings) kept.set('only', 'warnings');
  if (page > 1) kept.set('page', String(page));
  return `${roundAddress(period)}/findings${kept.size === 0 ? '' : `?${kept}`}`;
}

function OfMeasure({ found: { line, findings }, period }: { found: LineWithFindings; period: string }) {
  const { code, version, standing, waitsFor } = line;
  const waits = standing.state === 'approved' || waitsFor === null ? '' : `, waits for ${waitsFor.name}`;
  return (
    <section aria-labelledby={`of-${measureAddress(code)}`}>
      <h2 class="govuk-heading-s" id={`of-${measureAddress(code)}`}>
        <a class="govuk-link" href={`/update/${periodAddress(period)}/${measureAddress(code)}`}>
          {version.title}
        </a>
        <span class="ot-under">{`${code}. ${updateStateNames[standing.state]}${waits}`}</span>
      </h2>
      {commentaryParts.map((part) => {
        const own = findings.open.filter(({ section }) => section === part);
        return own.length === 0 ? null : (
          <div key={part}>
            <h3 class="govuk-body-s ot-findings__part">{partNames[part]}</h3>
            <ul class="govuk-list ot-findings">
              {own.map((finding) => (
                <li key={finding.key}>
                  <Said finding={finding} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

import { formatLongDate } from '../../../domain/number/date.ts';
import { dayIn } from '../../../domain/period/of-day.ts';
import { editionName } from '../../../domain/round/edition.ts';
import type { AsKnown } from '../../../workflow/queries/as-known.ts';
import { Button } from '../button/button.tsx';
import { Details } from '../details/details.tsx';
import { ErrorSummary } from '../error-summary/error-summary.tsx';
import { Input } from '../input/input.tsx';

interface BannerProps {
  as: AsKnown;
  /** The page itself, with all that is chosen on it but this. */
  address: string;
  /** False where nothing was published that could be shown. */
  isPublished: boolean;
  /** Where two views are compared. */
  compare?: string;
  timeZone: string;
}

/** Says in which view of the figures one is, and leads to the others. */
export function AsKnownBanner({ as, address, isPublished, compare = '/compare', timeZone }: BannerProps) {
  const [path = '', search = ''] = address.split('?', 2);
  const kept = [...new URLSearchParams(search)];
  const ways = (
    <>
      <p class="govuk-body">
        {as.kind === 'now' ? null : (
          <>
            <a class="govuk-link" href={address}>
              As now known
            </a>{' '}
          </>
        )}
        {as.kind === 'published' || !isPublished ? null : (
          <a class="govuk-link" href={`${path}?${new URLSearchParams([...kept, ['as', 'published']])}`}>
            As published
          </a>
        )}
      </p>
      <PastDay path={path} kept={kept} />
      <p class="govuk-body">
        <a class="govuk-link" href={compare}>
          Compare two of them
        </a>
      </p>
    </>
  );
  if (as.kind === 'now') {
    return (
      <Details summaryText="These are the figures as now known. See them as they were before">{ways}</Details>
    );
  }
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>{viewInWords(as, timeZone)}</strong>
        {as.kind === 'published' ? (
          <>
            {' '}
            <a class="govuk-link" href={`/published/${as.edition.id}`}>
              The edition itself
            </a>
          </>
        ) : null}
      </p>
      {ways}
    </div>
  );
}

function viewInWords(as: Exclude<AsKnown, { kind: 'now' }>, timeZone: string): string {
  if (as.kind === 'asAt') {
    const day = formatLongDate(dayIn(as.at, timeZone));
    return `Figures as they were known at the end of ${day}. What was corrected later is not shown.`;
  }
  const { edition } = as;
  const day = formatLongDate(dayIn(edition.madeAt, timeZone));
  return `Figures as published in ${editionName(edition).toLowerCase()} of ${edition.title} on ${day}.`;
}

interface PastDayProps {
  path: string;
  kept: readonly [string, string][];
  typed?: string;
  problem?: string;
}

function PastDay({ path, kept, typed = '', problem }: PastDayProps) {
  return (
    <form method="get" action={path}>
      {kept.map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      <div class="ot-choose">
        <Input
          name="as-at"
          label="As known on a past day"
          hint="For example, 1/11/2018"
          value={typed}
          classes="govuk-input--width-10"
          errorMessage={problem}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </div>
    </form>
  );
}

interface NoViewProps {
  /** What was asked for cannot be shown, in words. */
  problem: string;
  typed: string;
  address: string;
}

/** In place of a page whose figures cannot be shown as they were asked for. */
export function NoSuchView({ problem, typed, address }: NoViewProps) {
  const [path = '', search = ''] = address.split('?', 2);
  return (
    <>
      <ErrorSummary errorList={[{ text: problem, href: '#as-at' }]} />
      <h1 class="govuk-heading-l">Figures as they were known</h1>
      <PastDay path={path} kept={[...new URLSearchParams(search)]} typed={typed} problem={problem} />
      <p class="govuk-body">
        <a class="govuk-link" href={address}>
          As now known
        </a>
      </p>
    </>
  );
}

import { formatLongDate } from '../../domain/number/date.ts';
import { dayIn } from '../../domain/period/of-day.ts';
import { type Edition, editionName } from '../../domain/round/edition.ts';
import type { EditionView } from '../../workflow/queries/editions.ts';
import { InsetText } from '../components/inset-text/inset-text.tsx';
import type { EditionLinks } from './links.ts';

interface NoticeProps {
  view: EditionView;
  links: EditionLinks;
  timeZone: string;
}

/** What stands where an edition was: who published it, when it was withdrawn and why, and what to read instead. */
export function WithdrawnNotice({ view: { edition, page, replacedBy }, links, timeZone }: NoticeProps) {
  const day = (instant: string) => formatLongDate(dayIn(instant, timeZone));
  return (
    <>
      <span class="govuk-caption-l">{page.period.label}</span>
      <h1 class="govuk-heading-l">{page.title} has been withdrawn</h1>
      <p class="govuk-body">
        {`${page.authority.name} published ${nameOf(edition)} on ${day(edition.releaseAt ?? edition.madeAt)}, and withdrew it on ${day(edition.withdrawn?.at ?? edition.madeAt)}.`}
      </p>
      <h2 class="govuk-heading-m">Why it was withdrawn</h2>
      <p class="govuk-body ot-pre">{edition.withdrawn?.reason}</p>
      {replacedBy === null ? (
        <p class="govuk-body">No edition has replaced it.</p>
      ) : (
        <InsetText>
          <a class="govuk-link" href={links.edition(replacedBy.id)}>
            {`Read ${nameOf(replacedBy)}, which replaces it`}
          </a>
        </InsetText>
      )}
      <p class="govuk-body">
        The page, its downloads and the pages of its measures can no longer be read here.{' '}
        <a class="govuk-link" href={links.list}>
          See all published reports
        </a>
      </p>
    </>
  );
}

const nameOf = (edition: Edition): string => editionName(edition).toLowerCase();

import { formatLongDate, plainDate } from '../../../domain/number/date.ts';
import type { MeasureView } from '../../../workflow/queries/read-measure.ts';
import { Details } from '../../components/details/details.tsx';
import { SheetAsRead } from '../set-up/measures/sheet-as-read.tsx';

/** What is counted, as it is defined now, and how it was defined before. */
export function Definition({ view: { versions } }: { view: MeasureView }) {
  const latestFirst = versions
    .map((version, index) => ({ version, until: lastDayBefore(versions[index + 1]?.validFrom) }))
    .reverse();
  const [now, ...earlier] = latestFirst;
  if (now === undefined) return null;
  return (
    <section aria-labelledby="definition">
      <h2 class="govuk-heading-m" id="definition">
        Definition
      </h2>
      <p class="govuk-body">
        {`In force from ${formatLongDate(now.version.validFrom)}`}
        {now.version.retiredAfter === null
          ? '.'
          : `. It was last reported on for ${formatLongDate(now.version.retiredAfter)}.`}
        {now.version.definition.breaksSeries ? ' It cannot be compared with what was reported before.' : ''}
      </p>
      <SheetAsRead version={now.version} />
      {earlier.map(({ version, until }) => (
        <Details
          key={version.validFrom}
          summaryText={`As it was from ${formatLongDate(version.validFrom)} to ${until}`}
        >
          <p class="govuk-body">{version.title}</p>
          <SheetAsRead version={version} />
        </Details>
      ))}
    </section>
  );
}

const lastDayBefore = (day: string | undefined): string =>
  day === undefined ? '' : formatLongDate(plainDate(day).subtract({ days: 1 }).toString());

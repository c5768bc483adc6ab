import type { MeasureVersion } from '../../../domain/measure/measure.ts';
import { formatLongDate, plainDate } from '../../../domain/number/date.ts';
import type { MeasureView } from '../../../workflow/queries/read-measure.ts';
import { Details } from '../../components/details/details.tsx';
import { SheetAsRead } from '../set-up/measures/sheet-as-read.tsx';

/** What is counted, as it is defined in the period that is shown; how it was defined before, and what was decided for later. */
export function Definition({ view: { versions, point } }: { view: MeasureView }) {
  const dated = versions.map((version, index) => ({
    version,
    until: lastDayBefore(versions[index + 1]?.validFrom),
  }));
  const end = point?.period.end ?? null;
  const begun = end === null ? dated : dated.filter(({ version }) => version.validFrom <= end);
  const shown = begun.at(-1) ?? dated[0];
  if (shown === undefined) return null;
  const others = dated.filter((one) => one !== shown).reverse();
  return (
    <section aria-labelledby="definition">
      <h2 class="govuk-heading-m" id="definition">
        Definition
      </h2>
      <p class="govuk-body">
        {`In force from ${formatLongDate(shown.version.validFrom)}${shown.until === '' ? '' : ` to ${shown.until}`}.`}
        {shown.version.definition.breaksSeries ? ' It cannot be compared with what was reported before.' : ''}
      </p>
      <SheetAsRead version={shown.version} />
      {others.map(({ version, until }) => (
        <Details key={version.validFrom} summaryText={summaryOf(version, until)}>
          <p class="govuk-body">{version.title}</p>
          <SheetAsRead version={version} />
        </Details>
      ))}
    </section>
  );
}

/** A version that began after the last day on which it is reported says that the measure has ended. */
function summaryOf({ validFrom, retiredAfter }: MeasureVersion, until: string): string {
  if (retiredAfter !== null && retiredAfter < validFrom)
    return `Last reported on for ${formatLongDate(retiredAfter)}; what was decided from ${formatLongDate(validFrom)}`;
  const from = formatLongDate(validFrom);
  return until === '' ? `From ${from}` : `As it was from ${from} to ${until}`;
}

const lastDayBefore = (day: string | undefined): string =>
  day === undefined ? '' : formatLongDate(plainDate(day).subtract({ days: 1 }).toString());

import type { CommentaryPart } from '../../../domain/commentary/text-tree.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { commentaryParts } from '../../../domain/status/outcome.ts';
import { standardWording } from '../../../reports/model/wording.ts';
import { Commentary } from '../../../reports/render/html/commentary.tsx';
import type { MeasurePoint } from '../../../workflow/queries/read-measure.ts';
import { Details } from '../../components/details/details.tsx';

const headings: Readonly<Record<CommentaryPart, string>> = standardWording.columns;

/** What the service said, the chosen period open and the others folded. */
export function CommentaryByPeriod({
  points,
  chosen,
  name,
}: {
  points: readonly MeasurePoint[];
  chosen: MeasurePoint | null;
  /** Of the measure, where several stand on one page. */
  name?: string;
}) {
  const id = name === undefined ? 'commentary' : `commentary-${name.replace(/[^A-Za-z0-9]+/g, '-')}`;
  const told = [...points].reverse().filter(({ texts }) => Object.keys(texts).length > 0);
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {name === undefined ? 'What the service says' : `${name}: what the service says`}
      </h2>
      {told.length === 0 ? <p class="govuk-body">Nothing has been written about this measure yet.</p> : null}
      {told.map((point) => (
        <Details
          key={point.period.code}
          summaryText={periodLabel(point.period)}
          open={point.period.code === chosen?.period.code}
        >
          {commentaryParts.map((part) => {
            const text = point.texts[part];
            return text === undefined || text.tree.length === 0 ? null : (
              <div class="ot-prose" key={part}>
                <h3 class="govuk-heading-s">{headings[part]}</h3>
                <Commentary tree={text.tree} missing="" />
              </div>
            );
          })}
        </Details>
      ))}
    </section>
  );
}

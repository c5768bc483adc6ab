import type { CommitmentLine } from '../../../workflow/queries/commitments.ts';
import { measureAddress } from '../../addresses.ts';
import type { Asked } from '../../route.ts';
import { CommitmentTable } from './commitment-table.tsx';

interface OfMeasureProps {
  asked: Asked;
  code: string;
  lines: readonly CommitmentLine[];
  mayMake: boolean;
}

/** What was promised for a measure, open first, and what became of the rest. */
export const CommitmentsOfMeasure = ({ asked, code, lines, mayMake }: OfMeasureProps) => (
  <section aria-labelledby="promised">
    <h2 class="govuk-heading-m" id="promised">
      What was promised
    </h2>
    <CommitmentTable
      caption="Commitments"
      captionHidden
      lines={lines}
      today={asked.today}
      empty="Nothing has been promised for this measure."
      without="measure"
    />
    {mayMake ? (
      <p class="govuk-body">
        <a class="govuk-link" href={`/measures/${measureAddress(code)}/commitments/new`}>
          Make a commitment
        </a>
      </p>
    ) : null}
  </section>
);

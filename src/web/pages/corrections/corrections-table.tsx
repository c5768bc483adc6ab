import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import {
  correctionStateNames,
  type ProposedCorrection,
} from '../../../domain/restatement/proposed-correction.ts';
import { Table } from '../../components/table/table.tsx';
import { correctionAddress } from './correction-address.ts';

/** Proposed corrections with what they ask for and where they stand. */
export const CorrectionsTable = ({
  caption,
  corrections,
}: {
  caption: string;
  corrections: readonly ProposedCorrection[];
}) => (
  <Table
    caption={caption}
    columns={[
      { heading: 'Measure', label: '' },
      { heading: 'Published', label: 'Published', numeric: true },
      { heading: 'Proposed', label: 'Proposed', numeric: true },
      { heading: 'Where it stands', label: 'Where it stands' },
    ]}
    empty="No correction has been proposed."
    rows={corrections.map(({ number, measure, period, was, is, state }) => ({
      key: String(number),
      cells: [
        <a key="a" class="govuk-link" href={correctionAddress(number)}>
          {`${measure}, ${periodLabel(periodOf(period))}`}
        </a>,
        was,
        is,
        correctionStateNames[state],
      ],
    }))}
  />
);

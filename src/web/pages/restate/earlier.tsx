import {
  type PrintedFigure,
  type Restatement,
  restatedRoleNames,
  restatementKindNames,
} from '../../../domain/restatement/restatement.ts';
import { Table } from '../../components/table/table.tsx';
import { momentInWords } from '../../wording/days.ts';

interface EarlierProps {
  /** Oldest first. */
  earlier: readonly Restatement[];
  timeZone: string;
}

/** Every correction of a measure's figures in a period; nothing where there was none. */
export const EarlierRestatements = ({ earlier, timeZone }: EarlierProps) =>
  earlier.length === 0 ? null : (
    <Table
      caption="Corrections made after publication"
      columns={[
        { heading: 'Figure', label: '' },
        { heading: 'Was', label: 'Was' },
        { heading: 'Is', label: 'Is' },
        { heading: 'What it did', label: 'What it did' },
        { heading: 'Why', label: 'Why' },
        { heading: 'Recorded', label: 'Recorded' },
      ]}
      empty=""
      rows={earlier.map(({ id, role, was, is, effect, kind, reason, waitsFor, at }) => ({
        key: id,
        cells: [
          restatedRoleNames[role],
          printedFigure(was),
          printedFigure(is),
          effect,
          <>
            {kind === null ? reason : `${restatementKindNames[kind]}: ${reason}`}
            {waitsFor === null ? null : <span class="ot-under">{`Waits for ${waitsFor}`}</span>}
          </>,
          momentInWords(at, timeZone),
        ],
      }))}
    />
  );

/** `88.7% (243 of 274), provisional` */
export const printedFigure = ({ display, numerator, denominator, provisional }: PrintedFigure): string =>
  `${display}${numerator === null || denominator === null ? '' : ` (${numerator} of ${denominator})`}${provisional ? ', provisional' : ''}`;

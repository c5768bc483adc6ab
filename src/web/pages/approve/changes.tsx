import type { EvaluatedMeasure, JudgedStatus } from '../../../domain/evaluate.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table } from '../../components/table/table.tsx';

export interface Baseline {
  /** What the texts are compared with, in words: "since Quarter 2, 2018-19", "since you sent it back". */
  since: string;
  texts: UpdateView['then'];
}

/** Only what changed: figures and statuses beside those of the period before, and the words that differ. */
export function Figures({ view, before }: { view: UpdateView; before: EvaluatedMeasure | null }) {
  if (view.judged === null) return null;
  const { measure } = view.judged;
  const { unit } = view.line.version;
  const shown = (one: EvaluatedMeasure | null, what: 'actual' | 'forecast') => {
    if (one === null) return 'Not reported';
    const figure = what === 'actual' ? one.snapshot.position.figure : one.snapshot.forecast?.figure;
    return figure === undefined ? 'No forecast' : formatFigure(figure, unit);
  };
  const then = periodLabel(view.thenPeriod);
  return (
    <Table
      caption="Figures"
      columns={[
        { heading: 'Figure', label: '' },
        { heading: then, label: then },
        { heading: 'Now', label: 'Now' },
        { heading: 'Status', label: 'Status' },
      ]}
      empty=""
      rows={[
        {
          key: 'actual',
          cells: [
            'Actual',
            shown(before, 'actual'),
            <strong key="now">{shown(measure, 'actual')}</strong>,
            <Crossing key="s" was={before?.status ?? null} is={measure.status} />,
          ],
        },
        {
          key: 'forecast',
          cells: [
            'Year-end forecast',
            shown(before, 'forecast'),
            <strong key="now">{shown(measure, 'forecast')}</strong>,
            <Crossing key="s" was={before?.forecastStatus ?? null} is={measure.forecastStatus} />,
          ],
        },
      ]}
    />
  );
}

function Crossing({ was, is }: { was: JudgedStatus | null; is: JudgedStatus }) {
  const changed = was !== null && was.outcome.id !== is.outcome.id;
  return (
    <>
      <StatusTag outcome={is.outcome} />
      {was === null ? null : (
        <span class="ot-under">{changed ? `was ${was.outcome.label}` : 'as it was'}</span>
      )}
    </>
  );
}

import type { ReplayedRow } from '../../../../domain/status/replay.ts';
import type { SchemePreview } from '../../../../workflow/queries/replay-scheme.ts';
import { StatusTag } from '../../../components/status-tag/status-tag.tsx';
import { Table } from '../../../components/table/table.tsx';

/** Each measure whose status would be another, with the status it has. */
export function Changes({ preview }: { preview: SchemePreview }) {
  const { now, forecast, evaluation } = preview;
  const held = new Map(evaluation.measures.map((one) => [one.snapshot.version.code, one]));
  const list = (caption: string, changes: readonly ReplayedRow[], subject: 'status' | 'forecastStatus') => (
    <Table
      caption={caption}
      columns={[
        { heading: 'Measure', label: '' },
        { heading: 'Is', label: 'Is' },
        { heading: 'Would be', label: 'Would be' },
      ]}
      rows={changes.map((row) => {
        const measure = held.get(row.measure);
        return {
          key: row.measure,
          cells: [
            <>
              {measure?.snapshot.version.title ?? row.measure}
              <span class="ot-under">{row.measure}</span>
            </>,
            measure === undefined ? row.was : <StatusTag key="is" outcome={measure[subject].outcome} />,
            <StatusTag key="would" outcome={row.now.outcome} />,
          ],
        };
      })}
      empty=""
    />
  );
  return (
    <>
      {now.changes.length === 0 ? null : list('Status now', now.changes, 'status')}
      {forecast.changes.length === 0 ? null : list('Status in forecast', forecast.changes, 'forecastStatus')}
    </>
  );
}

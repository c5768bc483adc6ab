import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { TargetRole } from '../../../domain/target/target.ts';
import type { PreviewedPeriod, ProposalPreview } from '../../../workflow/queries/proposal-preview.ts';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table } from '../../components/table/table.tsx';
import { promisedInWords } from '../../wording/figures.ts';

const roleWords: Readonly<Partial<Record<TargetRole, string>>> = { low: ', lowest', high: ', highest' };

/** Each target as it is and as it would be; then what the last quarters would have been judged. */
export function WhatWouldChange({ preview, isDecided }: { preview: ProposalPreview; isDecided: boolean }) {
  const { version, targets, periods } = preview;
  const { unit } = version;
  const changed = targets.filter(({ proposed }) => proposed !== null);
  const [latest] = periods;
  return (
    <>
      <Table
        caption={isDecided ? 'Targets' : 'Targets that would change'}
        columns={[
          { heading: 'For', label: '' },
          { heading: isDecided ? 'Before' : 'In force', label: isDecided ? 'Before' : 'In force' },
          { heading: isDecided ? 'Approved' : 'Proposed', label: isDecided ? 'Approved' : 'Proposed' },
        ]}
        rows={changed.map(({ period, role, was, proposed }) => ({
          key: `${period.code} ${role}`,
          cells: [
            `${period.span === 'year' ? `Year end, ${period.code}` : periodLabel(period)}${roleWords[role] ?? ''}`,
            was === null ? 'None' : formatFigure(was.figure, unit),
            proposed === null ? '' : formatFigure(proposed, unit),
          ],
        }))}
        empty="No target has been typed yet."
      />
      {latest === undefined ? null : (
        <>
          <p class="govuk-body">{sentence(latest)}</p>
          <Table
            caption="The last four quarters, as they were judged and as they would have been"
            columns={[
              { heading: 'Period', label: '' },
              { heading: 'Actual', label: 'Actual' },
              { heading: 'Target then', label: 'Target then' },
              { heading: 'Status', label: 'Status' },
              { heading: 'Target if approved', label: 'Target if approved' },
              { heading: 'Status if approved', label: 'Status if approved' },
            ]}
            rows={periods.map(({ period, now, proposed }) => ({
              key: period.code,
              cells: [
                periodLabel(period),
                formatFigure(now.snapshot.position.figure, unit),
                promisedInWords(now.snapshot.periodTargets, unit) ?? 'No target',
                <StatusTag key="now" outcome={now.status.outcome} />,
                promisedInWords(proposed.snapshot.periodTargets, unit) ?? 'No target',
                <StatusTag key="proposed" outcome={proposed.status.outcome} />,
              ],
            }))}
            empty=""
          />
        </>
      )}
    </>
  );
}

/** @example 'At Quarter 2, 2018-19 it is Red now and would be Green. The year-end forecast is Red and would be Amber.' */
function sentence({ period, now, proposed }: PreviewedPeriod): string {
  const one = (what: string, was: string, is: string) =>
    was === is ? `${what} ${was} and would stay ${is}.` : `${what} ${was} and would be ${is}.`;
  return [
    one(`At ${periodLabel(period)} it is`, now.status.outcome.label, proposed.status.outcome.label),
    one('The year-end forecast is', now.forecastStatus.outcome.label, proposed.forecastStatus.outcome.label),
  ].join(' ');
}

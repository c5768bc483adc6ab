import { isDue } from '../../domain/measure/position.ts';
import type { PeerArea } from '../../domain/peers/peer-group.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import { lastPeriods, periodsIn, yearOf } from '../../domain/period/relate.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { seriesTemplate, targetsTemplate } from './figures-template.ts';
import { measuresTemplate } from './measures-template.ts';
import { peersTemplate } from './peers-template.ts';
import { updatesTemplate } from './updates-template.ts';

export const TEMPLATE_KINDS = ['updates', 'measures', 'targets', 'series', 'peers'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** How far back a template for past values goes: three years of quarters. */
const SERIES_PERIODS = 12;

/**
 * A workbook to fill in and import: what an authority has in a period written in, with its name.
 * @param areas councils with whom it is compared, for the template of what they have
 */
export async function templateFor(
  kind: TemplateKind,
  snapshot: Snapshot,
  madeAt: string,
  areas: readonly PeerArea[] = [],
): Promise<{ name: string; bytes: Uint8Array }> {
  const { authority, period } = snapshot;
  const who = { authorityName: authority.name, madeAt };
  const measures = snapshot.measures.map((each) => each.version);
  const stem = `${authority.code}-${kind}-template`;
  switch (kind) {
    case 'measures': {
      const directorates = snapshot.directorates.map(({ name }) => name);
      return { name: `${stem}.xlsx`, bytes: await measuresTemplate({ ...who, directorates, measures }) };
    }
    case 'updates':
      return {
        name: `${stem}-${dashed(period)}.xlsx`,
        bytes: await updatesTemplate({ ...who, period, due: dueIn(snapshot) }),
      };
    case 'targets': {
      const year = yearOf(period);
      const periods = period.span === 'year' ? [year] : [...periodsIn(period.year, period.span), year];
      return {
        name: `${stem}-${year.code}.xlsx`,
        bytes: await targetsTemplate({ ...who, measures, periods }),
      };
    }
    case 'series': {
      const periods = lastPeriods(period, SERIES_PERIODS);
      return {
        name: `${stem}-${dashed(period)}.xlsx`,
        bytes: await seriesTemplate({ ...who, measures, periods }),
      };
    }
    case 'peers':
      return {
        name: `${stem}-${dashed(period)}.xlsx`,
        bytes: await peersTemplate({ ...who, measures, period, areas }),
      };
  }
}

const dashed = (period: ReportingPeriod) => period.code.replaceAll('/', '-');

/** The measures due in the period, with what an officer wants beside the cell to fill in. */
function dueIn({ measures, period }: Snapshot) {
  return measures
    .filter(({ version }) => isDue(version, period))
    .map(({ version, directorate, previous, periodTargets, yearTargets, position, forecast }) => ({
      measure: version,
      directorateName: directorate.name,
      previous: previous.figure,
      target: periodTargets.target ?? null,
      yearTarget: yearTargets.target ?? null,
      actual: position.observation?.figure ?? null,
      forecast: forecast?.figure ?? null,
      parts:
        [position, previous].find(({ observation }) => observation?.parts.length)?.observation?.parts ?? [],
    }));
}

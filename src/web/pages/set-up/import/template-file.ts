import { periodHolding } from '../../../../domain/period/of-day.ts';
import { predecessor } from '../../../../domain/period/relate.ts';
import { measuresTemplate } from '../../../../importers/templates/measures-template.ts';
import { TEMPLATE_KINDS, templateFor } from '../../../../importers/templates/template-for.ts';
import { areasComparedWith } from '../../../../workflow/queries/peer-groups.ts';
import { readSnapshot } from '../../../../workflow/queries/read-evaluation.ts';
import { readSetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { periodAt } from '../../../addresses.ts';
import type { Answer, Asked } from '../../../route.ts';
import { notFoundPage } from '../../problem/problem.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook to fill in, with what is set up written in. */
export async function templateFile(asked: Asked): Promise<Answer> {
  const { store, authority, today, now } = asked;
  const kind = TEMPLATE_KINDS.find((one) => one === asked.params.kind);
  if (kind === undefined) return notFoundPage(asked);
  const setUp = await readSetUp(store, authority.code, today);
  if (kind === 'measures' || setUp.scorecards.length === 0) {
    const directorates = unitsOn(setUp.units, today)
      .filter(({ parent }) => parent === null)
      .map(({ name }) => name);
    const measures = setUp.measures;
    const authorityName = setUp.authority.name;
    const bytes = await measuresTemplate({ authorityName, madeAt: now, directorates, measures });
    return { kind: 'file', name: `${authority.code}-measures-template.xlsx`, mediaType: XLSX, bytes };
  }
  const quarter = periodHolding(today, 'quarter', authority.yearKind);
  const period =
    periodAt(asked.query.get('period') ?? '') ?? (kind === 'targets' ? quarter : predecessor(quarter));
  const question = { authority: authority.code, period, scorecard: null, asAt: null };
  const areas = kind === 'peers' ? await areasComparedWith(store, authority.code, period.end) : [];
  const { name, bytes } = await templateFor(kind, await readSnapshot(store, question), now, areas);
  return { kind: 'file', name, mediaType: XLSX, bytes };
}

import type { Report } from '../../src/reports/model/report.ts';

/** Fields that choose how something is shown; everything else is text from people. */
const technical = new Set([
  'type',
  'kind',
  'role',
  'layout',
  'align',
  'shape',
  'symbol',
  'better',
  'language',
  'end',
  'detail',
]);

/** The same report with every text changed, whichever field it stands in; ids stay different from each other. */
export function withEveryText(report: Report, change: (text: string, field: string) => string): Report {
  return changed(report, '', change) as Report;
}

function changed(value: unknown, key: string, change: (text: string, field: string) => string): unknown {
  if (typeof value === 'string') return technical.has(key) ? value : change(value, key);
  if (Array.isArray(value)) return value.map((item) => changed(item, key, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item, name, change)]));
}

import type { Facts } from '../../domain/facts.ts';
import type { Unit } from '../../domain/number/unit.ts';
import type { ReportingPeriod } from '../../domain/period/period.ts';
import type { LegacyReport } from './legacy-report.ts';

/** What was read and decided, for the person who checks a dry run before anything is stored. */
export function dryRunNotes(document: LegacyReport, facts: Facts, period: ReportingPeriod): string[] {
  const notes = [
    `${document.title}${document.scopeLine === '' ? '' : ` (${document.scopeLine})`}, ${document.authorityName}, ${period.code}`,
    `authority code: ${facts.authority.code}`,
  ];
  for (const unit of facts.organisation) {
    const count = facts.measures.filter(({ directorate }) => directorate === unit.code).length;
    notes.push(
      `directorate ${unit.order}: ${unit.name} (${unit.code}), ${count} ${count === 1 ? 'measure' : 'measures'}`,
    );
  }
  document.measures.forEach((measure, at) => {
    const version = facts.measures[at];
    if (version === undefined) return;
    const polarity =
      version.polarity === null ? 'polarity not known' : `${version.polarity} is better (inferred)`;
    notes.push(
      `line ${measure.line}: ${measure.split}; title "${measure.title}"; ${unitInShort(measure.unit)} (${version.confidence.unit}); ${polarity}`,
    );
  });
  return notes;
}

function unitInShort(unit: Unit): string {
  switch (unit.kind) {
    case 'duration':
      return `in ${unit.noun}`;
    case 'currency':
      return `in ${unit.symbol}`;
    case 'rate':
      return `per ${unit.per}`;
    case 'milestone':
      return `steps ${unit.scale.steps.join(' > ')}`;
    case 'yesNo':
      return 'yes or no';
    default:
      return unit.kind === 'number' && unit.noun !== undefined ? `number of ${unit.noun}` : unit.kind;
  }
}

import type { Finding } from './finding.ts';

/** Somebody's word that a finding does not hold, and why. */
export interface Dismissal {
  /** The `key` of the finding: another as soon as its words or figures are. */
  key: string;
  reason: string;
  person: string;
  /** ISO instant. */
  at: string;
}

/** The findings of one commentary, each once: those that stand, and those that somebody has answered. */
export interface HeldFindings {
  open: readonly Finding[];
  dismissed: readonly { finding: Finding; dismissal: Dismissal }[];
}

/**
 * Sorts findings by what was said to them. The same words about the same figures, found twice in a text, are one finding.
 *
 * In: findings in the order of the text, and dismissals by the key of their finding. Out: both kinds in that order; a
 * dismissal whose finding is no longer there is left out. Refuses nothing.
 * @example heldFindings([finding], new Map()).open // [finding]
 */
export function heldFindings(
  findings: readonly Finding[],
  dismissals: ReadonlyMap<string, Dismissal>,
): HeldFindings {
  const open: Finding[] = [];
  const dismissed: { finding: Finding; dismissal: Dismissal }[] = [];
  for (const finding of new Map(findings.map((one) => [one.key, one])).values()) {
    const dismissal = dismissals.get(finding.key);
    if (dismissal === undefined) open.push(finding);
    else dismissed.push({ finding, dismissal });
  }
  return { open, dismissed };
}

/** Those that keep an update from being approved with others, and that a release must give a reason for. */
export const warningsOf = ({ open }: Pick<HeldFindings, 'open'>): Finding[] =>
  open.filter(({ severity }) => severity === 'warning');

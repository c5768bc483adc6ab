import type { EvaluatedMeasure } from '../../domain/evaluate.ts';

/** One line of the checklist. An error keeps a report from going out; a warning is acknowledged with a reason; advice asks for nothing. */
export interface ChecklistItem {
  /** `notApproved`, `textUnchanged`…: stable, for scripts and for what was acknowledged. */
  code: string;
  severity: 'error' | 'warning' | 'advice';
  sentence: string;
  /** What to do about it. */
  remedy: string;
  measures: readonly { code: string; title: string; detail: string }[];
}

/** A measure in a line, with what there is to say of it. */
export const asLine = ({ snapshot: { version } }: EvaluatedMeasure, detail: string) => ({
  code: version.code,
  title: version.title,
  detail,
});

interface Wording {
  remedy: string;
  measures?: ChecklistItem['measures'];
}

export const item = (
  code: string,
  severity: ChecklistItem['severity'],
  sentence: string,
  { remedy, measures = [] }: Wording,
): ChecklistItem => ({ code, severity, sentence, remedy, measures });

/** The item where it is about something, else nothing. */
export const some = (
  code: string,
  severity: ChecklistItem['severity'],
  count: number,
  { sentence, ...rest }: Wording & { sentence: (count: number) => string },
): ChecklistItem[] => (count === 0 ? [] : [item(code, severity, sentence(count), rest)]);

export const counted = (count: number) => `${count} measure${count === 1 ? '' : 's'}`;
export const measuresAre = (count: number) => `${counted(count)} ${count === 1 ? 'is' : 'are'}`;
export const listed = (parts: readonly string[]) => parts.join(', ');

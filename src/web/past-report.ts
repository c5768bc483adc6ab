import { periodLabel } from '../domain/period/label.ts';
import { dayIn } from '../domain/period/of-day.ts';
import type { ReportingPeriod } from '../domain/period/period.ts';
import type { DocumentKind } from '../workflow/queries/read-report.ts';
import { type PastQuestion, reportFileAsKnown } from '../workflow/queries/report-as-known.ts';
import { inBackground, inTime } from './pages/work/in-background.ts';
import { fileAnswer } from './report-answer.ts';
import type { Answer, Asked } from './route.ts';

interface PastReport {
  kind: DocumentKind;
  format: string;
  period: ReportingPeriod;
  scorecard: string | null;
  /** ISO instant. */
  at: string;
  /** Where it was asked for, and is asked for again once it is there. */
  back: string;
}

/** A report as known on a past day, as a file; null where there is no such format, or nothing was known of it then. */
export async function pastReportAnswer(asked: Asked, past: PastReport): Promise<Answer | null> {
  const { known, settings, authority, now } = asked;
  const { kind, format, period, scorecard, at, back } = past;
  const load = Object.hasOwn(settings.renderers, format) ? settings.renderers[format] : undefined;
  if (load === undefined) return null;
  const question: PastQuestion = { authority: authority.code, period, scorecard, asAt: at };
  const made = reportFileAsKnown(known, kind, question, format, load, now);
  const file = await inTime(made);
  if (file === 'late') {
    const work = async () => {
      await made;
      return { to: back, notice: `The report is ready. Choose ${format.toUpperCase()} again to have it.` };
    };
    return inBackground(asked, { title: `A report for ${periodLabel(period)} is being made`, back, work }, 0);
  }
  if (file === null) return null;
  // Two days of one report would otherwise have one name.
  const name = file.name.replace(/(\.\w+)$/, `-as-at-${dayIn(at, authority.timeZone)}$1`);
  return fileAnswer(format, { ...file, name });
}

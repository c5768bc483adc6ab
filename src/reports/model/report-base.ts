import { basisInWords } from '../../domain/direction/basis-in-words.ts';
import type { Evaluation } from '../../domain/evaluate.ts';
import { formatDate } from '../../domain/number/date.ts';
import { periodLabel } from '../../domain/period/label.ts';
import { dayIn } from '../../domain/period/of-day.ts';
import { keyOf } from '../../domain/status/key.ts';
import { scorecardOverrides } from '../../domain/tolerances.ts';
import { outcomeMark } from './marks.ts';
import type { KeyLine, Report, ReportBlock } from './report.ts';
import { type ReportWording, worded } from './wording.ts';

/** Name of a report's files: `derby-improvement-report-2018-19-Q2`. */
export function fileStem(authority: string, report: string, period: string): string {
  return `${authority}-${report}-${period.replaceAll('/', '-')}`;
}

/** The parts every report has; a builder adds its title, blocks and summary. */
export function reportBase(evaluation: Evaluation, wording: ReportWording, title: string) {
  const { snapshot, scheme, directionScheme } = evaluation;
  const { period, authority } = snapshot;
  const endLabel = formatDate(period.end);
  const word = (text: string) => worded(text, period.span, snapshot.scorecard.name);
  return {
    title: word(title),
    authority: { code: authority.code, name: authority.name },
    language: authority.language,
    period: { code: period.code, label: periodLabel(period), end: period.end, endLabel },
    runningHead: { authority: authority.name, title: word(title), periodEnd: endLabel },
    asAt: snapshot.asAt,
    edition: null,
    columns: {
      measure: word(wording.columns.measure),
      status: word(wording.columns.status),
      forecastStatus: word(wording.columns.forecastStatus),
      performance: word(wording.columns.performance),
      context: word(wording.columns.context),
      actions: word(wording.columns.actions),
      intervention: word(wording.columns.intervention),
    },
    scheme: { id: scheme.id, name: scheme.name, version: scheme.version, key: keyLines(evaluation) },
    direction: { scheme: directionScheme.name, basisInWords: directionBasis(evaluation) },
    sources: sourcesOf(evaluation),
  } satisfies Partial<Report>;
}

/** As it holds for this scorecard: what was decided for it differently is in its key. */
function keyLines({ scheme, snapshot }: Evaluation): KeyLine[] {
  const entries = keyOf(scheme, scorecardOverrides(snapshot.scorecard));
  return entries.map((entry) => ({ status: outcomeMark(entry.outcome), sentence: entry.sentence }));
}

/** One basis for the whole report, unless every direction was taken over from a published document. */
function directionBasis({ measures, directionScheme }: Evaluation): string {
  const stated = measures.filter(({ direction }) => direction.kind === 'asStated').length;
  if (stated > 0 && stated === measures.length) return 'As published; basis not stated';
  const words = basisInWords(directionScheme);
  return stated > 0 ? `${words}; where marked, as published and its basis not stated` : words;
}

/** The files and people the figures came from, and where the status rule was published. */
function sourcesOf({ measures, scheme }: Evaluation): string[] {
  const figures = measures.flatMap(({ snapshot }) => [snapshot.position.observation, snapshot.forecast]);
  const names = figures.flatMap((each) =>
    each === null ? [] : [each.source.replace(/, (?:line|row) \d+$/, '')],
  );
  const rule = scheme.source === null ? [] : [`Status rule: ${scheme.source}`];
  return [...new Set(names)]
    .sort()
    .map((name) => `Figures: ${name}`)
    .concat(rule);
}

/** Said only where a past moment was asked for: these are not the figures of today. */
export function asAtNote({ asAt, authority }: Evaluation['snapshot']): ReportBlock[] {
  if (asAt === null) return [];
  const day = formatDate(dayIn(asAt, authority.timeZone));
  return [
    {
      type: 'paragraph',
      role: 'note',
      text: `Figures and targets as they were known on ${day}; later corrections are not shown.`,
    },
  ];
}

import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import { formatLongDate } from '../../domain/number/date.ts';
import { formatFigure } from '../../domain/number/format.ts';
import { momentOnPaper } from '../../domain/round/edition.ts';
import { updateVerbWords } from '../../domain/round/update.ts';
import type { Report } from '../../reports/model/report.ts';
import { reportBase } from '../../reports/model/report-base.ts';
import { type PackedFigure, samplePack } from '../../reports/model/sample-pack.ts';
import type { Store } from '../../store/database.ts';
import { type Acting, mustBeAllowed } from '../round/acting.ts';
import { readWording } from './read-report.ts';
import { type Sample, type SampledFigure, type SampleView, sampleView } from './samples.ts';

/** A sample as a document to take to the service and to keep in the working papers; null where there is none. */
export async function packedSample(store: Store, acting: Acting, id: string): Promise<Report | null> {
  mustBeAllowed(acting, 'readSamples', null, null);
  const view = await sampleView(store, acting, id);
  if (view === null) return null;
  const wording = await readWording(store, acting.authority);
  const { runningHead: _head, title: _title, ...base } = reportBase(view.evaluation, wording, '');
  return samplePack({
    base,
    drawn: drawnInWords(view.sample, `at ${momentOnPaper(view.sample.at, timeZoneOf(view))}`),
    figures: view.figures.map((figure) => packed(figure, view)),
  });
}

const timeZoneOf = ({ evaluation }: SampleView): string => evaluation.snapshot.authority.timeZone;

/**
 * How the sample came about, so that anybody can draw it again.
 * @param when it was drawn, as the place says moments: `at 10:05 on 03-Dec-2018`
 */
export function drawnInWords({ seed, reason }: Sample, when: string): string {
  const why = reason === null ? '' : ` Reason: ${reason.replace(/\.$/, '')}.`;
  return seed === null
    ? `The figures were chosen ${when}.${why}`
    : `The figures were drawn ${when} by the words “${seed}”: measures with a figure are put in the order of the SHA-256 of ` +
        `those words, a line break and their code, and the first are taken. Anybody can draw the same again.${why}`;
}

/** True where the figure has been recorded again since its last test: the result is not of what stands now. */
export function isRecordedSince({ results, trace }: SampledFigure): boolean {
  const last = results.at(-1);
  if (last === undefined) return false;
  const figures = trace.figures.filter(({ role }) => role !== 'forecast');
  return figures.some(({ recordedAt }) => recordedAt > last.recordedAt);
}

function packed(figure: SampledFigure, view: SampleView): PackedFigure {
  const { code, measure, trace, results } = figure;
  const timeZone = timeZoneOf(view);
  const name = (id: string) => trace.people.get(id)?.name ?? id;
  const last = results.at(-1);
  return {
    code,
    title: measure?.snapshot.version.title ?? 'no longer on the scorecard',
    facts: [...(measure === null ? [] : measureFacts(measure)), ...figureFacts(figure, timeZone, name)],
    evidence: trace.evidence.map(({ title, url, file, person }) =>
      file === null
        ? `${title}: ${url ?? ''}, from ${name(person)}`
        : `${title}: ${file.name}, SHA-256 ${file.sha256}, from ${name(person)}`,
    ),
    trail: trace.records.map(({ at, person, verb, reason }) => ({
      when: momentOnPaper(at, timeZone),
      who: name(person),
      what: `${updateVerbWords[verb]}${reason === null ? '' : `: ${reason}`}`,
    })),
    result:
      last === undefined
        ? null
        : {
            result: last.result,
            found: last.found,
            note: last.note,
            isOfEarlierFigure: isRecordedSince(figure),
            by: name(last.person),
            on: formatLongDate(last.testedOn),
          },
  };
}

/** Everything about the figure as it stands that a person needs to come to it by themselves. */
function measureFacts({ snapshot, status }: EvaluatedMeasure): [string, string][] {
  const { version, position, periodTargets } = snapshot;
  const { definition } = version;
  const target = periodTargets.target?.figure;
  return [
    ['Figure', formatFigure(position.figure, version.unit)],
    ...(position.workedOut === null
      ? []
      : ([['How it was come to', position.workedOut]] as [string, string][])),
    ['Status', `${status.outcome.label}: ${status.explain().sentence}`],
    ['Target', target === undefined ? 'No target' : formatFigure(target, version.unit)],
    ['Definition', `The version in force from ${formatLongDate(version.validFrom)}`],
    ['What it counts', definition.meaning ?? 'Not said'],
    ['How it is worked out', definition.formula ?? 'Not said'],
    ['Numerator is', definition.numerator ?? 'Not said'],
    ['Denominator is', definition.denominator ?? 'Not said'],
    ['Left out', definition.exclusions ?? 'Nothing said'],
    ['Source system', definition.source ?? 'Not said'],
  ];
}

function figureFacts(
  { trace }: SampledFigure,
  timeZone: string,
  name: (id: string) => string,
): [string, string][] {
  const stands = trace.figures.findLast(({ role }) => role === 'actual' || role === 'toDate');
  if (stands === undefined) return [['Recorded', 'No figure is recorded for the period itself']];
  const { figure, numerator, denominator, recordedAt, source, by, file } = stands;
  const from = file === null ? name(source) : `${source}, file ${file.name}, SHA-256 ${file.sha256}`;
  return [
    ['As it was typed', figure.typed === '' ? 'Nothing' : figure.typed],
    ['Numerator recorded', numerator ?? 'Not held'],
    ['Denominator recorded', denominator ?? 'Not held'],
    ['Where it came from', from],
    ['Recorded', `${momentOnPaper(recordedAt, timeZone)}${by === null ? '' : ` by ${name(by.actor)}`}`],
    ['Versions of it', String(trace.figures.filter(({ role }) => role === stands.role).length)],
  ];
}

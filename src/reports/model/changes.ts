import type { Evaluation } from '../../domain/evaluate.ts';
import { selectAll } from '../../domain/scorecard/selection.ts';
import { measureRecord } from './measure-record.ts';
import { plainText } from './plain-text.ts';
import type { CommentaryPart, MeasureRecord } from './report.ts';

/**
 * What differs between the figures of two editions of a report, a sentence a measure, in the order of the later one.
 * Everything is said as it is printed: a change that no reader can see is none.
 *
 * @example changesBetween(first, second) // ['HOM 2.4, Void homes: actual 16, was 12; status Amber, was Green.']
 */
export function changesBetween(before: Evaluation, now: Evaluation): string[] {
  const old = new Map(recordsOf(before).map((record) => [record.code, record]));
  const changes = recordsOf(now).flatMap((record): string[] => {
    const was = old.get(record.code);
    old.delete(record.code);
    if (was === undefined) return [`${named(record)}: not in the edition before.`];
    const different = differences(was, record);
    return different.length === 0 ? [] : [`${named(record)}: ${different.join('; ')}.`];
  });
  const gone = [...old.values()].map((record) => `${named(record)}: no longer in this edition.`);
  return [...changes, ...gone];
}

const recordsOf = ({ measures }: Evaluation): MeasureRecord[] => selectAll(measures).map(measureRecord);

const named = ({ code, title }: MeasureRecord) => `${code}, ${title}`;

const shown: readonly [name: string, of: (record: MeasureRecord) => string][] = [
  ['title', ({ title }) => title],
  ['target', ({ target }) => target.display],
  ['actual', ({ actual }) => actual.display],
  ['status', ({ status }) => status.label],
  ['year-end target', ({ forecastTarget }) => forecastTarget.display],
  ['year-end forecast', ({ forecast }) => forecast.display],
  ['forecast status', ({ forecastStatus }) => forecastStatus.label],
  ['direction of travel', ({ direction }) => direction.label],
];

const texts: readonly [name: string, part: CommentaryPart][] = [
  ['context', 'context'],
  ['improvement actions', 'actions'],
  ['intervention or review', 'intervention'],
];

function differences(was: MeasureRecord, is: MeasureRecord): string[] {
  const figures = shown.flatMap(([name, of]) =>
    of(was) === of(is) ? [] : [`${name} ${of(is)}, was ${of(was)}`],
  );
  const flags = was.flags.join() === is.flags.join() ? [] : [flagChange(was.flags, is.flags)];
  // A text that was not printed before says nothing of a change: the measure was no exception then.
  const rewritten = texts.flatMap(([name, part]) => {
    const [old, present] = [plainText(was.commentary[part]), plainText(is.commentary[part])];
    return old === present || old === '' || present === '' ? [] : [`the ${name} was rewritten`];
  });
  return [...figures, ...flags, ...rewritten];
}

const flagChange = (was: readonly string[], is: readonly string[]): string =>
  is.length === 0 ? `no longer ${was.join(', ')}` : `now ${is.join(', ')}`;

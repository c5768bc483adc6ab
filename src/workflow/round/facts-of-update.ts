import type { CommentaryPart, CommentaryText } from '../../domain/commentary/text-tree.ts';
import type { Commentary, Observation, ObservationRole, Recorded } from '../../domain/facts.ts';
import type { TypedFigure } from '../../domain/number/figure.ts';
import { parsePeriod } from '../../domain/period/parse.ts';
import { isYearEnd } from '../../domain/period/relate.ts';
import type { UpdateContent } from '../../domain/round/update.ts';
import { commentaryParts } from '../../domain/status/outcome.ts';
import type { Transaction } from '../../store/transaction.ts';
import { writeFacts } from '../../store/write-facts.ts';
import type { Acting, ReadText } from './acting.ts';
import type { OpenUpdate } from './open-update.ts';
import { readContent } from './read-content.ts';

/** What an update says once it is approved: figures and texts, with the person who submitted it as their source. */
export function observationsOf(
  open: Pick<OpenUpdate, 'version'>,
  content: UpdateContent,
  period: string,
  { now: at, readText }: Pick<Acting, 'now' | 'readText'>,
  source: string,
): { observations: Recorded<Observation>[]; commentaries: Recorded<Commentary>[] } {
  const read = readContent(content, open.version);
  const measure = open.version.code;
  // The figure that the measure is read by carries its parts and its note.
  const shown = open.version.periodBasis === 'toDate' ? 'toDate' : 'actual';
  const of = (role: ObservationRole, figure: TypedFigure | null, where = period): Recorded<Observation>[] =>
    figure === null
      ? []
      : [
          {
            measure,
            period: where,
            role,
            figure,
            numerator: role === shown ? read.numerator : null,
            denominator: role === shown ? read.denominator : null,
            dataPeriod: null,
            flags: content.provisional && role !== 'forecast' ? ['provisional'] : [],
            parts: [],
            source,
            note: role === shown && content.note.trim() !== '' ? content.note.trim() : null,
            recordedAt: at,
          },
        ];
  const parsed = parsePeriod(period);
  const atYearEnd = 'period' in parsed && isYearEnd(parsed.period);
  const year = 'period' in parsed ? parsed.period.year : period;
  return {
    observations: [
      ...of('actual', read.actual),
      ...of('toDate', read.toDate),
      ...of('forecast', read.forecast),
      // In the round of the year end what is forecast is what came out.
      ...(atYearEnd ? of('outturn', read.forecast, year) : []),
    ],
    commentaries: commentaryParts.flatMap((part: CommentaryPart) => {
      const text = textOf(content.texts[part], readText);
      return text === null ? [] : [{ measure, period, part, text, source, recordedAt: at }];
    }),
  };
}

/** null for nothing typed, or for what cannot be read, which is refused when it is submitted. */
function textOf(raw: string, readText: ReadText): CommentaryText | null {
  if (raw.trim() === '') return null;
  const read = readText(raw);
  return 'text' in read ? read.text : null;
}

/** Records them, in the transaction that approves. */
export async function factsOfUpdate(
  tx: Transaction,
  acting: Acting,
  open: OpenUpdate,
  period: string,
): Promise<void> {
  const { content, submittedBy } = open.update;
  if (content === null) return;
  const source = submittedBy ?? acting.person.id;
  const facts = observationsOf(open, content, period, acting, source);
  await writeFacts(
    tx,
    { authority: open.setUp.authority, ...facts },
    { recordedAt: acting.now, actor: acting.person.id, reason: `Approved: ${open.measure.code}, ${period}` },
  );
}

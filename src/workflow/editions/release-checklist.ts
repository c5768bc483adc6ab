import type { Finding } from '../../domain/commentary/checks/finding.ts';
import { plainText } from '../../domain/commentary/plain-text.ts';
import type { CommentaryPart, TextTree } from '../../domain/commentary/text-tree.ts';
import type { EvaluatedMeasure } from '../../domain/evaluate.ts';
import type { Person } from '../../domain/organisation/person.ts';
import { commentaryParts } from '../../domain/status/outcome.ts';
import type { RoundOverview, UpdateLine } from '../queries/round-overview.ts';

/** One line of the checklist. An error keeps a report from going out; a warning is acknowledged with a reason. */
export interface ChecklistItem {
  /** `notApproved`, `textUnchanged`…: stable, for scripts and for what was acknowledged. */
  code: string;
  severity: 'error' | 'warning';
  sentence: string;
  /** What to do about it. */
  remedy: string;
  measures: readonly { code: string; title: string; detail: string }[];
}

/** What is to be released, as far as it can be checked. */
export interface Candidate {
  overview: RoundOverview | null;
  /** Measures that the report would show, judged. */
  shown: readonly EvaluatedMeasure[];
  /** All measures of the scorecard, without those that stay out. */
  measures: readonly EvaluatedMeasure[];
  /** Codes of the measures that stay out of public editions. */
  exempt: readonly string[];
  /** Exceptions of the scorecard that the report, as it was chosen, does not show. */
  leftOut: readonly EvaluatedMeasure[];
  /** Codes of measures that go out although nobody has approved them, and say so. */
  provisional: readonly string[];
  /** The texts of the period before, by measure. */
  earlier: ReadonlyMap<string, Readonly<Partial<Record<CommentaryPart, TextTree>>>>;
  people: readonly Person[];
  today: string;
  /** What the checks warn of in the texts and nobody has dismissed, by measure. */
  warnings: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * What stands in the way of an edition for others than the leadership team, and what its maker should look at again.
 * Errors come first. An item marked provisional is neither missing its approval nor its texts.
 */
export function releaseChecklist(candidate: Candidate): ChecklistItem[] {
  const all = [
    ...roundItems(candidate),
    ...leftOutItem(candidate),
    ...figureItems(candidate),
    ...textItems(candidate),
    ...wordItems(candidate),
  ];
  return [
    ...all.filter(({ severity }) => severity === 'error'),
    ...all.filter(({ severity }) => severity === 'warning'),
  ];
}

/** Updates that nobody has approved, among the measures that would go out. */
export function unapproved({ overview, measures }: Pick<Candidate, 'overview' | 'measures'>): UpdateLine[] {
  const codes = new Set(measures.map(({ snapshot }) => snapshot.version.code));
  return (overview?.lines ?? []).filter(
    ({ code, standing }) => codes.has(code) && standing.state !== 'approved',
  );
}

/** The texts that a measure's status, now or in forecast, asks for and that nobody has written. */
export function lackingTexts(each: EvaluatedMeasure): CommentaryPart[] {
  const needed = new Set([
    ...each.status.outcome.needsCommentary,
    ...each.forecastStatus.outcome.needsCommentary,
  ]);
  return commentaryParts.filter((part) => needed.has(part) && textOf(each, part) === '');
}

function roundItems(candidate: Candidate): ChecklistItem[] {
  const { overview, provisional, exempt, today } = candidate;
  if (overview === null) {
    return [
      item('noRound', 'warning', 'No round was run for this period: the figures come from imports alone.', {
        remedy: 'Say who has checked and approved them.',
      }),
      ...provisionalItem(candidate),
    ];
  }
  const { round } = overview;
  const lines = new Map(overview.lines.map((line) => [line.code, line]));
  const waiting = unapproved(candidate);
  const open = waiting.filter(({ code }) => !provisional.includes(code));
  const extended = waiting.filter(({ extension }) => extension !== null && extension.until >= today);
  const asMeasure = (line: UpdateLine, detail: string) => ({
    code: line.code,
    title: line.version.title,
    detail,
  });
  const reopened = [...round.reopened].flatMap(([code, { reason }]) => {
    const line = lines.get(code);
    return line === undefined ? [] : [asMeasure(line, reason)];
  });
  return [
    ...some('roundNotFrozen', 'error', round.state === 'frozen' || round.state === 'published' ? 0 : 1, {
      sentence: () => 'The round has not been frozen, so its figures can still change.',
      remedy: 'Close and freeze the round, or make a draft.',
    }),
    ...some('notFrozenAgain', 'error', reopened.length, {
      sentence: (count) => `${measuresAre(count)} open again since the freeze.`,
      remedy: 'Freeze the round again: an edition has the figures as they were at the freeze.',
      measures: reopened,
    }),
    ...some('notApproved', 'error', open.length, {
      sentence: (count) => `${measuresAre(count)} not approved.`,
      remedy: 'Have them approved, mark them provisional, or exempt them from publication.',
      measures: open.map((line) => asMeasure(line, line.standing.state)),
    }),
    ...provisionalItem(candidate),
    ...some('extension', 'warning', extended.length, {
      sentence: (count) =>
        `${counted(count)} still ${count === 1 ? 'has' : 'have'} an extension that has not ended.`,
      remedy: 'Say why the report does not wait for them.',
      measures: extended.map((line) => asMeasure(line, line.extension?.reason ?? '')),
    }),
    ...some('exempt', 'warning', exempt.length, {
      sentence: (count) =>
        `${measuresAre(count)} exempt and stay${count === 1 ? 's' : ''} out of this edition.`,
      remedy: 'Say that this still holds.',
      measures: exempt.map((code) => ({
        code,
        title: lines.get(code)?.version.title ?? '',
        detail: round.exempt.get(code)?.reason ?? '',
      })),
    }),
  ];
}

function provisionalItem({ measures, provisional }: Candidate): ChecklistItem[] {
  const marked = measures.filter(({ snapshot }) => provisional.includes(snapshot.version.code));
  return some('provisional', 'warning', marked.length, {
    sentence: (count) => `${measuresAre(count)} marked provisional: nobody has approved what is printed.`,
    remedy: 'Say why they cannot wait.',
    measures: marked.map((each) => asLine(each, '')),
  });
}

/** A narrowed report must not lose an exception without anybody saying so. */
function leftOutItem({ leftOut }: Candidate): ChecklistItem[] {
  return some('exceptionsLeftOut', 'warning', leftOut.length, {
    sentence: (count) =>
      `${measuresAre(count)} off target now or in forecast, and not in this report as it was chosen.`,
    remedy: 'Choose them too, or say where they are reported.',
    measures: leftOut.map((each) =>
      asLine(each, `${each.status.outcome.label} now; forecast ${each.forecastStatus.outcome.label}`),
    ),
  });
}

function figureItems({ measures }: Candidate): ChecklistItem[] {
  const cannot = measures.filter(({ status }) => isStuck(status.shown, status.computed.id));
  const without = measures.filter(
    ({ snapshot, status }) =>
      snapshot.position.figure.kind === 'number' &&
      status.outcome.inDenominator &&
      !hasFigure(snapshot.forecast),
  );
  return [
    ...some('cannotBeJudged', 'error', cannot.length, {
      sentence: (count) =>
        `${counted(count)} ${count === 1 ? 'has a figure' : 'have figures'} that cannot be judged.`,
      remedy: 'Complete the definition of the measure, or its targets; or exempt it from publication.',
      measures: cannot.map((each) => asLine(each, each.status.explain().sentence)),
    }),
    ...some('forecastMissing', 'warning', without.length, {
      sentence: (count) => `${counted(count)} ${count === 1 ? 'has' : 'have'} no year-end forecast.`,
      remedy: 'Ask for the forecasts, or say why there are none.',
      measures: without.map((each) => asLine(each, '')),
    }),
  ];
}

const hasFigure = (forecast: EvaluatedMeasure['snapshot']['forecast']): boolean =>
  forecast !== null && forecast.figure.kind !== 'missing';

const isStuck = (shown: string, outcome: string): boolean =>
  shown === 'computed' && outcome === 'unjudgeable';

function textItems({ measures, shown, provisional, earlier, people }: Candidate): ChecklistItem[] {
  const lacking = measures
    .filter(({ snapshot }) => !provisional.includes(snapshot.version.code))
    .flatMap((each) => {
      const parts = lackingTexts(each);
      return parts.length === 0 ? [] : [asLine(each, listed(parts.map((part) => PART_NAMES[part])))];
    });
  const same = shown.flatMap((each) => {
    const before = earlier.get(each.snapshot.version.code);
    const parts = commentaryParts.filter((part) => {
      const [now, then] = [textOf(each, part), plainText(before?.[part] ?? [])];
      return now !== '' && now === then;
    });
    return parts.length === 0 ? [] : [asLine(each, listed(parts.map((part) => PART_NAMES[part])))];
  });
  const personal = shown.flatMap((each) => {
    const text = commentaryParts.map((part) => textOf(each, part)).join('\n');
    const found = personalDetails(text, people);
    return found.length === 0 ? [] : [asLine(each, listed(found))];
  });
  return [
    ...some('textMissing', 'error', lacking.length, {
      sentence: (count) =>
        `${counted(count)} ${count === 1 ? 'lacks a text that its' : 'lack texts that their'} status asks for.`,
      remedy: 'Have the texts written and approved, or mark the measure provisional.',
      measures: lacking,
    }),
    ...some('textUnchanged', 'warning', same.length, {
      sentence: (count) =>
        `${counted(count)} ${count === 1 ? 'has a text' : 'have texts'} unchanged since the period before.`,
      remedy: 'Have them brought up to date, or say that they still hold.',
      measures: same,
    }),
    ...some('personalDetails', 'warning', personal.length, {
      sentence: (count) => `The texts of ${counted(count)} may name a person, or how to reach one.`,
      remedy: 'Take it out, or say that it may be published.',
      measures: personal,
    }),
  ];
}

/** Each has a line of its own among the texts. */
const SAID_ALREADY: ReadonlySet<string> = new Set(['textUnchanged', 'contactDetails', 'personNamed']);
const MOST_SAID = 3;

/** One item, a line a measure: what the words say and the figures deny, and what should not be published. */
function wordItems({ shown, warnings }: Candidate): ChecklistItem[] {
  const doubtful = shown.flatMap((each) => {
    const found = (warnings.get(each.snapshot.version.code) ?? []).filter(
      ({ rule }) => !SAID_ALREADY.has(rule),
    );
    if (found.length === 0) return [];
    const said = found
      .slice(0, MOST_SAID)
      .map(({ quote, says }) => (quote === '' ? says : `“${inShort(quote)}”: ${says}`));
    const more = found.length - said.length;
    return [asLine(each, [...said, ...(more === 0 ? [] : [`And ${more} more.`])].join(' '))];
  });
  return some('wordsAgainstFigures', 'warning', doubtful.length, {
    sentence: (count) =>
      `The words of ${counted(count)} may disagree with ${count === 1 ? 'its' : 'their'} figures, or should not be published.`,
    remedy:
      'Have the texts put right, dismiss what does not hold beside the text, or say why they may stand.',
    measures: doubtful,
  });
}

const inShort = (words: string): string => (words.length <= 120 ? words : `${words.slice(0, 119)}…`);

const PART_NAMES = { context: 'context', actions: 'actions', intervention: 'intervention' } as const;

const textOf = ({ snapshot }: EvaluatedMeasure, part: CommentaryPart): string =>
  plainText(snapshot.commentary[part]?.tree ?? []).trim();

/** E-mail addresses, telephone numbers and the names of people who sign in here. */
function personalDetails(text: string, people: readonly Person[]): string[] {
  const addresses = text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? [];
  const numbers = text.match(/(?:\+44|\b0)(?:[ -]?\d){9,10}\b/g) ?? [];
  const names = people
    .filter(({ name }) => name.includes(' ') && text.includes(name))
    .map(({ name }) => name);
  return [...new Set([...addresses, ...numbers, ...names])];
}

const asLine = ({ snapshot: { version } }: EvaluatedMeasure, detail: string) => ({
  code: version.code,
  title: version.title,
  detail,
});

interface Wording {
  remedy: string;
  measures?: ChecklistItem['measures'];
}

const item = (
  code: string,
  severity: ChecklistItem['severity'],
  sentence: string,
  { remedy, measures = [] }: Wording,
): ChecklistItem => ({ code, severity, sentence, remedy, measures });

const some = (
  code: string,
  severity: ChecklistItem['severity'],
  count: number,
  { sentence, ...rest }: Wording & { sentence: (count: number) => string },
): ChecklistItem[] => (count === 0 ? [] : [item(code, severity, sentence(count), rest)]);

const counted = (count: number) => `${count} measure${count === 1 ? '' : 's'}`;
const measuresAre = (count: number) => `${counted(count)} ${count === 1 ? 'is' : 'are'}`;
const listed = (parts: readonly string[]) => parts.join(', ');

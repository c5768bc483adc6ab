import { type Decimal, decimal, divideTo, hundred } from '../../number/decimal.ts';
import { NUMBER_WORD, numberInWords, SHARE_WORD, shareInWords } from './number-words.ts';

/** What a number in a sentence is counted in, as far as its own words say. */
export type QuantityKind = 'percent' | 'points' | 'money' | 'share' | 'plain';

/** How exactly a number is meant. */
export type Hedge = 'exact' | 'about' | 'nearly' | 'atLeast' | 'atMost';

/** A number that a sentence gives, in figures or in words. */
export interface Quantity {
  index: number;
  length: number;
  kind: QuantityKind;
  value: Decimal;
  /** The upper end of a range such as "85 to 90%"; null for a single number. */
  upTo: Decimal | null;
  /** The size of the last place shown: 0.1 of "5.6", 100,000 of "£1.2m". */
  step: Decimal;
  hedge: Hedge;
  /** True where it is written in words. */
  inWords: boolean;
  /** The word after it, lower case, such as `days`; '' where none follows at once. */
  noun: string;
}

const FIGURES = String.raw`(?<symbol>[£$€])?(?<digits>\d{1,3}(?:,\d{3})+|\d{1,15})(?<fraction>\.\d{1,10})?`;
const NUMBERS = new RegExp(
  [
    String.raw`(?<![\p{L}\d.,/£$€]|\p{L}-)${FIGURES}(?![\d/]|[,.]\d|(?:st|nd|rd|th)\b)(?<multiplier> ?(?:million|billion|thousand)\b|(?:m|bn|k)\b)?(?<unit> ?%| ?per ?cent\b| percentage points?\b| points?\b| ?pp\b)?`,
    String.raw`\b(?<of>${NUMBER_WORD}|\d{1,2}) (?:in|out of) (?:every )?(?<every>${NUMBER_WORD}|\d{1,3})\b(?!,\d|\.\d)`,
    String.raw`\b(?<share>${SHARE_WORD})\b`,
    String.raw`\b(?<word>${NUMBER_WORD})\b(?<wordUnit> per ?cent\b| percentage points?\b| points?\b)?`,
  ]
    // "One in five" must be tried before the 1 of it.
    .map((form, at) => ({ form, first: at === 1 ? 0 : at + 1 }))
    .sort((a, b) => a.first - b.first)
    .map(({ form }) => form)
    .join('|'),
  'iuy',
);

/** Where a number may begin: a quick look before the slow one. */
const START =
  /[£$€]?\d|(?<![A-Za-z])(?:one|t(?:wo|en|hree|hirt|wel|went)|f(?:our|ort|ive|if)|s(?:ix|even)|e(?:ight|leven)|nine|half|an?(?= hundred|[ -](?:third|quarter|fifth|sixth|eighth|tenth)))/gi;

const HEDGES: readonly [Hedge, RegExp][] = [
  [
    'about',
    /\b(?:around|about|approximately|approx\.?|roughly|circa|some|close to|at or around|in the region of)$/i,
  ],
  ['nearly', /\b(?:nearly|almost|just under|just below|approaching|not quite)$/i],
  ['atLeast', /\b(?:over|more than|above|at least|in excess of|just over|upwards of)$/i],
  ['atMost', /\b(?:under|less than|fewer than|below|up to|at most|no more than|only just under)$/i],
];

/** Words before numbers that name something rather than count it. */
const NAME_WORDS =
  /\b(?:aged?|ages|year group|phase|stage|week|page|section|appendix|table|form|ward|junction|room|no|item|version|key stage|tier)\.? ?$/i;

/**
 * The numbers that a text gives, in order, with how exactly each is meant. Dates, codes and numbers that only name
 * something ("phase 2") are not among them where the caller masks them with spaces.
 *
 * @example quantitiesIn('Around £1.2m was saved')[0] // { kind: 'money', value: 1200000, step: 100000, hedge: 'about', … }
 */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of numbersIn(text)) {
    const quantity = quantityOf(match);
    if (quantity === null || NAME_WORDS.test(text.slice(0, match.index))) continue;
    const joined = rangeWith(found.at(-1), quantity, text);
    if (joined !== null) found.splice(-1, 1, joined);
    else found.push(new Said(quantity, text));
  }
  return found;
}

/** A quantity whose hedge is read when it is asked for: most numbers turn out to be of something else. */
class Said implements Quantity {
  readonly index: number;
  readonly length: number;
  readonly kind: QuantityKind;
  readonly upTo: Decimal | null;
  readonly inWords: boolean;
  readonly noun: string;
  readonly #bare: Bare;
  readonly #text: string;
  #hedge: Hedge | null = null;

  constructor(bare: Bare, text: string) {
    this.index = bare.index;
    this.length = bare.length;
    this.kind = bare.kind;
    this.upTo = bare.upTo;
    this.inWords = bare.inWords;
    this.noun = nounAfter(text, bare);
    this.#bare = bare;
    this.#text = text;
  }

  get value(): Decimal {
    return this.#bare.value;
  }

  get step(): Decimal {
    return this.#bare.step;
  }

  get hedge(): Hedge {
    this.#hedge ??= hedgeBefore(this.#text, this.index);
    return this.#hedge;
  }
}

/** False where no number can begin: a quick look before the text is made ready for a slow one. */
export function mayCount(text: string): boolean {
  START.lastIndex = 0;
  return START.test(text);
}

function numbersIn(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  START.lastIndex = 0;
  for (let start = START.exec(text); start !== null; start = START.exec(text)) {
    NUMBERS.lastIndex = start.index;
    const match = NUMBERS.exec(text);
    if (match !== null) found.push(match);
    START.lastIndex = match === null ? start.index + 1 : NUMBERS.lastIndex;
  }
  return found;
}

type Bare = Omit<Quantity, 'hedge' | 'noun'>;

function quantityOf(match: RegExpExecArray): Bare | null {
  const { groups = {}, index } = match;
  const place = { index, length: match[0].length, upTo: null };
  if (groups.of !== undefined) {
    const [of, every] = [countOf(groups.of), countOf(groups.every)];
    // "6 out of 19" are cases, told elsewhere; "one in five" is a share.
    if (of === null || every === null || every < of || every === 0 || every > 10) return null;
    const value = divideTo(decimal(String(of)).times(hundred), decimal(String(every)), 10);
    return { ...place, kind: 'share', value, step: decimal('10'), inWords: true };
  }
  if (groups.share !== undefined) {
    const value = shareInWords(groups.share);
    return value && { ...place, kind: 'share', value, step: decimal('5'), inWords: true };
  }
  if (groups.word !== undefined) {
    const count = numberInWords(groups.word);
    if (count === null) return null;
    return {
      ...place,
      kind: kindOf(groups.wordUnit, undefined),
      value: decimal(String(count)),
      step: decimal('1'),
      inWords: true,
    };
  }
  return inFigures(groups, place);
}

const countOf = (text: string | undefined): number | null =>
  text === undefined ? null : /^\d+$/.test(text) ? Number(text) : numberInWords(text);

const ZEROS: Readonly<Record<string, number>> = { k: 3, thousand: 3, m: 6, million: 6, bn: 9, billion: 9 };

function inFigures(
  groups: Readonly<Record<string, string | undefined>>,
  place: Pick<Bare, 'index' | 'length' | 'upTo'>,
): Bare {
  const { digits = '0', fraction = '', multiplier = '', unit, symbol } = groups;
  const zeros = multiplier === '' ? 0 : (ZEROS[multiplier.trim().toLowerCase()] ?? 0);
  return new InFigures(place.index, place.length, kindOf(unit, symbol), digits, fraction, zeros);
}

/** A number in figures, worked out when it is asked for. */
class InFigures implements Bare {
  readonly upTo = null;
  readonly inWords = false;
  #value: Decimal | null = null;

  constructor(
    readonly index: number,
    readonly length: number,
    readonly kind: QuantityKind,
    private readonly digits: string,
    private readonly fraction: string,
    private readonly zeros: number,
  ) {}

  get value(): Decimal {
    const said = () => decimal(`${this.#plain()}${this.fraction}`);
    this.#value ??= this.zeros === 0 ? said() : said().times(powerOfTen(this.zeros));
    return this.#value;
  }

  get step(): Decimal {
    const { fraction, zeros, kind } = this;
    const shown = Math.max(0, fraction.length - 1);
    if (shown > 0) return powerOfTen(zeros - shown);
    // A round thousand says no more than its leading figures: "45,000 transactions".
    const round =
      fraction === '' && zeros === 0 && kind !== 'percent'
        ? (/0{3,}$/.exec(this.#plain())?.[0].length ?? 0)
        : 0;
    return powerOfTen(zeros + round);
  }

  #plain(): string {
    return this.digits.replaceAll(',', '');
  }
}

/** The few sizes of a last place that texts have, by their zeros: made once. */
const powers = new Map<number, Decimal>();

/** @param zeros less than none for a part: -1 is a tenth */
function powerOfTen(zeros: number): Decimal {
  const held = powers.get(zeros);
  if (held !== undefined) return held;
  const made = decimal(zeros < 0 ? `0.${'0'.repeat(-zeros - 1)}1` : `1${'0'.repeat(zeros)}`);
  powers.set(zeros, made);
  return made;
}

function kindOf(unit: string | undefined, symbol: string | undefined): QuantityKind {
  if (symbol !== undefined) return 'money';
  if (unit === undefined) return 'plain';
  return /point|pp/i.test(unit) ? 'points' : 'percent';
}

/** "85 to 90%", "£1m-£2m"; but "from 85% to 82%" is a movement of two numbers. */
function rangeWith(before: Quantity | undefined, now: Bare, text: string): Quantity | null {
  if (before === undefined || before.upTo !== null) return null;
  const end = before.index + before.length;
  if (now.index - end > ' and '.length) return null;
  const between = text.slice(end, now.index);
  const from = /\bfrom (?:\w+ )?$/i.test(text.slice(0, before.index));
  const ranged =
    /^ ?[-–] ?$/.test(between) ||
    (/^ to $/.test(between) && !from) ||
    (/^ and $/.test(between) && /\bbetween $/i.test(text.slice(0, before.index)));
  if (!ranged || (before.kind !== now.kind && before.kind !== 'plain')) return null;
  const length = now.index + now.length - before.index;
  const { index, value, step, hedge, inWords } = before;
  return {
    index,
    value,
    step,
    hedge,
    inWords,
    kind: now.kind,
    length,
    upTo: now.value,
    noun: nounAfter(text, { index: before.index, length }),
  };
}

function hedgeBefore(text: string, index: number): Hedge {
  const before = text
    .slice(Math.max(0, index - 24), index)
    .trimEnd()
    .replace(/ (?:a|an|just)$/i, '');
  return HEDGES.find(([, words]) => words.test(before))?.[0] ?? 'exact';
}

const nounAfter = (text: string, { index, length }: Pick<Quantity, 'index' | 'length'>): string =>
  /^ (?:(?:FTE|working|new|calendar) )?(\p{L}+)/u
    .exec(text.slice(index + length, index + length + 40))?.[1]
    ?.toLowerCase() ?? '';

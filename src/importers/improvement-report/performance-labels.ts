export type Section = 'now' | 'forecast';

/** What stands after one label of a performance cell, line breaks kept. */
export interface LabelledText {
  section: Section;
  role: 'target' | 'actual';
  text: string;
}

export interface LabelledTexts {
  texts: readonly LabelledText[];
  span: 'month' | 'quarter' | null;
  /** True where a forecast is headed, and something that is neither labelled nor a word for nothing follows. */
  unlabelledForecast: boolean;
}

/** "On Target" and "Behind Target" are steps of milestone scales, and "Target No Target" says there is none. */
const NOT_AFTER = `(?<!\\b(?:${[
  'on',
  'above',
  'below',
  'behind',
  'ahead of',
  'off',
  'under',
  'over',
  'of',
  'at',
  'near',
  'met',
  'meets',
  'exceeds',
  'exceeded',
  'missed',
  'the',
]
  .flatMap((word) => [word, word.toUpperCase(), `${word[0]?.toUpperCase()}${word.slice(1)}`])
  .join('|')}|(?:Target|TARGET):?\\s+N[Oo])\\s)`;
const TARGET = `${NOT_AFTER}\\b(?:Target|TARGET)s?\\b|\\btarget(?=\\s*:)`;
const ACTUAL =
  '\\b(?:Actual|ACTUAL|Outturn|OUTTURN|Result|RESULT)s?\\b(?!\\s+(?:data|forecast|position)\\b)|(?<!(?:[Pp]rojected|[Pp]redicted|[Ee]xpected|[Ff]orecast)\\s)\\b(?:actual|outturn|result)(?=\\s*:)';
const LABEL = new RegExp(`(${TARGET})|(${ACTUAL})`, 'g');

const NOUN = '(?:\\s+(?:data|performance|position|figures?))';
const NOW_WORDS =
  '(?:quarterly|quarter(?:\\s*[1-4])?|q[1-4]|monthly|month|annual|yearly|year[- ]to[- ]date|to[- ]date|ytd|cumulative|half[- ]yearly|in[- ](?:quarter|month|year|period)|this (?:quarter|month|period)|current|latest|period)';
const FORECAST_WORDS =
  '(?:(?:year[- ]?end|end of year|full year|annual|yearly)\\s+(?:forecast|projection|projected|predicted|outturn)|(?:forecast|projected|predicted|expected)(?:\\s+(?:year[- ]?end|outturn|full year))?|year[- ]?end|end of year|full year)';
const FORECAST_AT_END = new RegExp(`(?:^|\\s)${FORECAST_WORDS}${NOUN}?\\s*[:–-]?\\s*$`, 'i');
const NOW_AT_END = new RegExp(
  `(?:^|\\s)(?:20\\d\\d[/-]\\d\\d\\s+)?(${NOW_WORDS})${NOUN}?\\s*[:–-]?\\s*$`,
  'i',
);
/** A heading with no label after it needs its noun, so that no word of a figure is taken for it. */
const FORECAST_WITHIN = new RegExp(`(?:^|\\s)(?:${FORECAST_WORDS}${NOUN}|no forecast)\\s*:?(?=\\s|$)`, 'i');
/** `Forecast 19.0`: the word is the label of the figure itself. */
const FORECAST_FIGURE = new RegExp(`(?:^|\\s)${FORECAST_WORDS}\\s*[:–-]?\\s*(?=[+£$€-]*\\d)`, 'i');

/** Cuts the text of a performance cell at its labels, each with the section whose heading stands above it. */
export function labelledTexts(cell: string): LabelledTexts {
  const labels = [...cell.matchAll(LABEL)];
  const texts: LabelledText[] = [];
  let span: LabelledTexts['span'] = null;
  let section: Section = 'now';
  let unlabelledForecast = false;
  const takeHeading = (text: string): string => {
    const forecast = FORECAST_AT_END.exec(text);
    if (forecast !== null) {
      section = 'forecast';
      return text.slice(0, forecast.index);
    }
    const now = NOW_AT_END.exec(text);
    if (now === null) return text;
    section = 'now';
    span ??= spanOf(now[1] as string);
    return text.slice(0, now.index);
  };
  takeHeading(cell.slice(0, labels[0]?.index ?? 0));
  labels.forEach((label, at) => {
    const from = label.index + label[0].length;
    const until = labels[at + 1]?.index ?? cell.length;
    const raw = cell.slice(from, until).replace(/^\s*[:–]/, '');
    const here = section;
    const role = label[1] === undefined ? 'actual' : 'target';
    const isLast = at === labels.length - 1;
    let text = isLast ? raw : takeHeading(raw);
    const figure = FORECAST_FIGURE.exec(text);
    const within = isLast ? FORECAST_WITHIN.exec(text) : null;
    if (figure !== null && text.slice(0, figure.index).trim() !== '') {
      texts.push({ section: here, role, text: text.slice(0, figure.index) });
      texts.push({ section: 'forecast', role: 'actual', text: text.slice(figure.index + figure[0].length) });
      return;
    }
    if (within !== null) {
      const after = text.slice(within.index + within[0].length);
      unlabelledForecast = /\d/.test(after);
      text = `${text.slice(0, within.index)}\n${after}`;
    }
    texts.push({ section: here, role, text });
  });
  return { texts, span, unlabelledForecast };
}

function spanOf(words: string): LabelledTexts['span'] {
  if (/month/i.test(words)) return 'month';
  return /quarter|^q[1-4]/i.test(words) ? 'quarter' : null;
}

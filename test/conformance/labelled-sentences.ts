import { readFileSync } from 'node:fs';
import { checkCommentary } from '../../src/domain/commentary/checks/check-commentary.ts';
import {
  type ExampleFigures,
  type ExampleStanding,
  exampleDirection,
  exampleInput,
  figuresIn,
} from '../../src/domain/commentary/checks/example-input.ts';
import { type CheckRule, checkRules, type Finding } from '../../src/domain/commentary/checks/finding.ts';
import type { CheckedStatus, CheckInput, FormerTexts } from '../../src/domain/commentary/checks/input.ts';
import type { CommentaryPart } from '../../src/domain/commentary/text-tree.ts';
import type { DirectionOutcome } from '../../src/domain/direction/direction.ts';
import type { BasisKind } from '../../src/domain/direction/scheme.ts';
import type { PeriodBasis, Polarity } from '../../src/domain/measure/measure.ts';
import type { Unit } from '../../src/domain/number/unit.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import { predecessor } from '../../src/domain/period/relate.ts';

/** Labelled before the rules were written, and after: the second are never used to change a rule. */
export const labelledFiles = {
  known: ['labelled-first-unseen.txt', 'labelled-figures.txt', 'labelled-words.txt'],
  unseen: ['labelled-unseen.txt'],
};

/** One sentence with what a careful reader says that the checks should find in it. */
export interface LabelledSentence {
  file: string;
  line: number;
  measure: string;
  text: string;
  section: CommentaryPart;
  expected: readonly CheckRule[];
  input: CheckInput;
}

/** Reads the labelled sentences; test/fixtures/commentary/README.md says how they are written. */
export function labelledSentences(files: readonly string[]): LabelledSentence[] {
  return files.flatMap((file) => {
    const path = new URL(`../../test/fixtures/commentary/${file}`, import.meta.url);
    let given: Settings | null = null;
    let title = '';
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, at): LabelledSentence[] => {
        if (line.startsWith('= ')) {
          title = line.slice(2);
          given = { measure: { title }, figures: {}, former: [] };
        } else if (line.startsWith('- ') && given !== null) {
          return [{ file, line: at + 1, measure: title, ...sentenceIn(line, given) }];
        } else if (line.trim() !== '' && !line.startsWith('#') && given !== null) {
          setting(line, given, `${file}:${at + 1}`);
        }
        return [];
      });
  });
}

interface Settings extends Omit<Partial<CheckInput>, 'measure' | 'figures' | 'former'> {
  measure: Partial<CheckInput['measure']>;
  figures: ExampleFigures;
  former: { status: CheckedStatus; texts: FormerTexts['texts'] }[];
}

function sentenceIn(
  line: string,
  given: Settings,
): Pick<LabelledSentence, 'text' | 'section' | 'expected' | 'input'> {
  const read = /^- (.*?)(?: (actions|intervention))?(?: >> (.*))?$/.exec(line);
  const [, text = '', section = 'context', rules = ''] = read ?? [];
  const expected = rules.split(' ').filter((rule) => rule !== '');
  for (const rule of expected)
    if (!checkRules.includes(rule as CheckRule)) throw new Error(`${line}: ${rule}`);
  const period = given.period ?? periodOf('2018-19/Q2');
  let at = period;
  const former = given.former.map((one) => {
    at = predecessor(at);
    return { ...one, period: at };
  });
  const input = exampleInput({
    ...given,
    figures: figuresIn(period, given.figures),
    former,
    texts: { [section]: text },
  });
  return { text, section: section as CommentaryPart, expected: expected as CheckRule[], input };
}

function setting(line: string, given: Settings, where: string): void {
  const [, name = '', value = ''] = /^(year target|other targets|\w+) ?(.*)$/.exec(line) ?? [];
  const list = value.split(/, /);
  switch (name) {
    case 'unit': {
      const [unit = '', polarity, basis, period = '', read = ''] = value.split('; ');
      given.measure = {
        ...given.measure,
        unit: unitIn(unit),
        polarity: polarity as Polarity,
        periodBasis: basis as PeriodBasis,
      };
      given.period = periodOf(period);
      given.asOf = read.replace('read ', '');
      return;
    }
    case 'code': {
      const [code = '', aliases = ''] = value.split('; aliases ');
      given.measure = { ...given.measure, code, aliases: aliases === '' ? [] : [aliases] };
      return;
    }
    case 'now':
      given.figures = { ...given.figures, now: standing(list) };
      return;
    case 'past':
      given.figures = { ...given.figures, past: [...(given.figures.past ?? []), standing(list)] };
      return;
    case 'year target':
      given.figures = { ...given.figures, yearTarget: value };
      return;
    case 'other targets':
      given.figures = { ...given.figures, otherTargets: list };
      return;
    case 'outturns':
      given.figures = { ...given.figures, outturns: list };
      return;
    case 'status': {
      const [now = '', forecast = ''] = value.split('; forecast ');
      given.status = statusIn(now);
      given.forecastStatus = statusIn(forecast);
      return;
    }
    case 'direction': {
      const [outcome, basis = null] = value.split(' by ');
      given.direction = exampleDirection(outcome as DirectionOutcome, basis as BasisKind | null);
      return;
    }
    case 'former': {
      const [status = '', ...texts] = value.split(' | ');
      const said = Object.fromEntries(texts.map((each) => each.split(/: (.*)/s).slice(0, 2)));
      given.former.push({
        status: statusIn(status.replace('status ', '')),
        texts: { context: '', actions: '', intervention: '', ...said },
      });
      return;
    }
    case 'measures':
      given.measures = { ...given.measures, complete: true, named: value.split('; ').map(namedMeasure) };
      return;
    case 'people':
      given.people = value.split('; ');
      return;
    case 'glossary':
      given.glossary = Object.fromEntries(list.map((each) => [each, each]));
      return;
    case 'disclosure':
      given.disclosureThreshold = Number(value);
      return;
    default:
      throw new Error(`${where}: ${line}`);
  }
}

function standing(list: readonly string[]): ExampleStanding {
  return Object.fromEntries(list.map((each) => each.split(' '))) as ExampleStanding;
}

function unitIn(text: string): Unit {
  const [kind, decimals = '0', ...rest] = text.split(' ');
  const [noun, places] = [rest.join(' '), Number(decimals)];
  switch (kind) {
    case 'percentage':
      return { kind, decimals: places };
    case 'currency':
      return { kind, decimals: places, symbol: noun };
    case 'rate':
      return { kind, decimals: places, per: noun.replace('per ', '') };
    case 'duration':
      return { kind, decimals: places, noun };
    default:
      return { kind: 'number', decimals: places, noun };
  }
}

function statusIn(text: string): CheckedStatus {
  const [label = '', worst] = text.split(' ');
  return { label, onTarget: label === 'Green' || label === 'Blue', isWorst: worst === 'worst' };
}

function namedMeasure(text: string) {
  const [, code = '', title = ''] = /^(\S+(?: \d+(?:\.\d+)?)?) (.*)$/.exec(text) ?? [];
  return { code, aliases: [], title };
}

/** How often a rule found what it should, missed it, and found what is not there. */
export interface RuleCount {
  found: number;
  missed: number;
  false: number;
}

export interface Miss {
  sentence: LabelledSentence;
  rule: CheckRule;
  kind: 'missed' | 'false';
  finding: Finding | null;
}

/** Runs every check over every labelled sentence. */
export function countLabelled(all: readonly LabelledSentence[]): {
  counts: Map<CheckRule, RuleCount>;
  misses: Miss[];
} {
  const counts = new Map<CheckRule, RuleCount>(
    checkRules.map((rule) => [rule, { found: 0, missed: 0, false: 0 }]),
  );
  const misses: Miss[] = [];
  for (const sentence of all) {
    const findings = checkCommentary(sentence.input);
    for (const rule of checkRules) {
      const count = counts.get(rule) as RuleCount;
      const finding = findings.find((one) => one.rule === rule) ?? null;
      const expected = sentence.expected.includes(rule);
      if (expected && finding !== null) count.found += 1;
      else if (expected) {
        count.missed += 1;
        misses.push({ sentence, rule, kind: 'missed', finding });
      } else if (finding !== null) {
        count.false += 1;
        misses.push({ sentence, rule, kind: 'false', finding });
      }
    }
  }
  return { counts, misses };
}

import { parseFigure } from '../number/parse.ts';
import { sameFigure } from '../number/same-figure.ts';
import { periodLabel } from '../period/label.ts';
import { parsePeriod } from '../period/parse.ts';
import type { ReportingPeriod } from '../period/period.ts';
import { newestBySlot, targetSlot } from '../target/slots.ts';
import type { TargetRole } from '../target/target.ts';
import { type FieldProblem, reasonProblems } from './guards.ts';
import { type HeldForProposal, slotsFrom, valuedMeasure, versionOn } from './plan.ts';
import type { ProposalContent } from './proposal.ts';

const LONGEST_CODE = 60;
const LONGEST_TITLE = 300;
const LONGEST_MEANING = 4_000;
export const MOST_MEASURES = 10;

/**
 * All that is wrong with a proposal, each with the field it is about; nothing where it may be put forward. A period that
 * was frozen or published is never changed in place, so none of them can be chosen.
 */
export function contentProblems(content: ProposalContent, held: HeldForProposal): FieldProblem[] {
  const { kind, decider, meaning } = content;
  const problems: FieldProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  const period = fromProblems(content, held, say);
  measureProblems(content, held, period, say);
  if (period !== null) {
    if (kind === 'combine' || kind === 'split' || kind === 'new') resultProblems(content, held, say);
    valueProblems(content, held, period, say);
  }
  if (kind === 'define') {
    if (meaning.trim() === '') say('meaning', 'Say what the measure will mean');
    else if (meaning.length > LONGEST_MEANING) say('meaning', 'Use 4,000 characters or fewer');
  }
  problems.push(...reasonProblems(content.reason, 'Say why it should change'));
  if (decider.name === '') say('decider', 'Say who decides');
  else if (decider.name.length > 200) say('decider', 'Use 200 characters or fewer');
  return problems;
}

type Say = (field: string, message: string) => void;

function fromProblems(
  { from }: ProposalContent,
  { finished }: HeldForProposal,
  say: Say,
): ReportingPeriod | null {
  const read = parsePeriod(from);
  if (from === '' || 'problem' in read || read.period.span !== 'quarter') {
    say('from', 'Choose the first quarter for which it holds');
    return null;
  }
  if (finished.includes(from)) {
    say(
      'from',
      `${periodLabel(read.period)} has been frozen, so nothing in it can change. Choose a later quarter`,
    );
    return null;
  }
  return read.period;
}

function measureProblems(
  { kind, measures }: ProposalContent,
  { versions }: HeldForProposal,
  period: ReportingPeriod | null,
  say: Say,
): void {
  const needed = kind === 'combine' ? 2 : 1;
  if (new Set(measures).size < measures.length) say('measures', 'Choose each measure once');
  if (measures.length > MOST_MEASURES) say('measures', `Choose ${MOST_MEASURES} measures or fewer`);
  if (measures.length < needed) {
    say('measures', needed === 2 ? 'Choose the measures to combine, two or more' : 'Choose the measure');
  }
  if (period === null) return;
  for (const code of measures) {
    const version = versionOn(versions, code, period.start);
    const later = versions.find((each) => each.code === code && each.validFrom > period.start);
    if (version === null) say('measures', `There is no measure ${code} in ${periodLabel(period)}`);
    else if (version.retiredAfter !== null && version.retiredAfter < period.end) {
      say('measures', `${code} has been retired`);
    } else if (later !== undefined && kind !== 'amend' && kind !== 'new') {
      say('measures', `${code} changes again on ${later.validFrom}: choose a quarter after that`);
    }
  }
}

function resultProblems({ kind, measures, results }: ProposalContent, held: HeldForProposal, say: Say): void {
  const needed = kind === 'split' ? 2 : 1;
  if (results.length < needed) {
    say('result-1-code', needed === 2 ? 'Name the two or more measures it is split into' : 'Enter the code');
  }
  const names = new Map<string, string>();
  for (const { code, aliases } of held.versions) {
    for (const name of [code, ...aliases]) names.set(name.toLowerCase(), code);
  }
  const seen = new Set<string>();
  for (const [index, { code, title }] of results.entries()) {
    const field = `result-${index + 1}`;
    const other = names.get(code.toLowerCase());
    if (code === '') say(`${field}-code`, 'Enter the code');
    else if (code.length > LONGEST_CODE) say(`${field}-code`, `Use ${LONGEST_CODE} characters or fewer`);
    else if (seen.has(code.toLowerCase())) say(`${field}-code`, `${code} is named twice`);
    else if (other !== undefined && (kind === 'new' || !measures.includes(code))) {
      say(`${field}-code`, `${code} means the measure ${other} already. Choose another code`);
    }
    seen.add(code.toLowerCase());
    if (title === '') say(`${field}-title`, 'Enter the title');
    else if (title.length > LONGEST_TITLE) say(`${field}-title`, `Use ${LONGEST_TITLE} characters or fewer`);
  }
}

/** The field of a form: a period's code without what an id cannot hold. */
export const fieldOfTarget = (period: string, role: TargetRole): string =>
  `${role}-${period.replace('/', '-')}`;

function valueProblems(
  content: ProposalContent,
  held: HeldForProposal,
  from: ReportingPeriod,
  say: Say,
): void {
  const version = valuedMeasure(content, held);
  if (version === null) return;
  const own = held.targets.filter(({ measure }) => measure === version.code);
  const newest = newestBySlot(own);
  const slots = slotsFrom(version, from, own);
  let changes = 0;
  let wrong = 0;
  for (const { period, role, slot } of slots) {
    const typed = (content.values[slot] ?? '').trim();
    if (typed === '') continue;
    const read = parseFigure(typed, version.unit);
    const before = newest.get(targetSlot(period.code, role));
    if ('problem' in read) {
      wrong += 1;
      say(fieldOfTarget(period.code, role), `${periodLabel(period)}: ${read.problem}`);
    } else if (before === undefined || !sameFigure(before.figure, read.figure)) changes += 1;
  }
  const [last] = slots.slice(-1);
  if (content.kind === 'amend' && changes === 0 && wrong === 0 && last !== undefined) {
    const message = 'Type a target that differs from the one in force';
    say(fieldOfTarget(last.period.code, last.role), message);
  }
}

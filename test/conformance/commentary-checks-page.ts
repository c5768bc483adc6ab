import { type CheckRule, checkRuleNames, checkRules } from '../../src/domain/commentary/checks/finding.ts';
import {
  countLabelled,
  type LabelledSentence,
  labelledFiles,
  labelledSentences,
  type Miss,
  type RuleCount,
} from './labelled-sentences.ts';

/** docs/commentary-checks.md, written from the labelled sentences. */
export function commentaryChecksPage(): string {
  const known = labelledSentences(labelledFiles.known);
  const unseen = labelledSentences(labelledFiles.unseen);
  const [one, other] = [countLabelled(known), countLabelled(unseen)];
  return `# Commentary checks

The three texts of a measure are held against its figures, its status and direction of travel, the day, and what was written
before. There is no language model: a rule either applies or does not, the same texts and figures always give the same
findings, and each finding quotes its words, shows its figures and says why. The rules are in
\`src/domain/commentary/checks/rules/\`, one file each. \`outturn check\` runs them (see \`docs/cli.md\`).

A rule stays silent where it cannot be sure that a sentence is about the measure's own figure. A missed contradiction costs less
than an officer who stops reading, so the table below has more misses than false alarms, and is meant to.

A **warning** says that words and figures cannot both be right, or that something must not be published. **Advice** is worth a
look. Nothing here stops an update, an approval or a publication; a release asks for a reason.

## Where findings show, and how they are dismissed

* **The officer** sees them under each text: as they type where the browser runs scripts, after *Check* where it does not.
  They never keep an update from being saved or submitted. Where nothing is found, nothing is said.
* **It is right as it stands** dismisses a finding, with a reason. Who dismissed it, when and why is kept, with its event in the audit
  trail, and anybody who reads the update sees it. The finding comes back as soon as its words or the figures that it rests on change,
  and in the next period. *Show it again* brings it back at once. The officer may do this while the update is not approved, the
  performance team at any time.
* **The approver** sees a flag on the words, what was found beneath them, and what the officer dismissed. *Ask about this* begins a
  question to the officer with the words quoted. An update with a warning that stands is not approved together with others: somebody
  opens it first.
* **Round control** counts the updates with words to look at again, and leads to them, measure by measure. Approvers are shown those
  of their directorate.
* **A release** asks for a reason where warnings stand in the texts that it prints: one line for all of them, and beneath it each
  measure with its words. Texts that have not changed, and those that name a person or how to reach one, have a line each. What was dismissed
  is in none of them. Drafts ask for none.
* **Set-up, Checks of commentary** holds the abbreviations that readers know, the smallest number of people that a text may give, and
  the length guide; each change is kept with its reason.

A text that is missing is not a finding on these pages: the form says which texts are asked for, and submission and release insist.

## How often they are right

Counted over ${known.length + unseen.length} sentences written for this project and labelled by hand (\`test/fixtures/commentary/README.md\`), ${clean([...known, ...unseen])} of
which are clean and many of those written to mislead. A test writes this page and fails where it is no longer true.

${summary(known, one.counts, 'Sentences that the rules were made with')}
${summary(unseen, other.counts, 'Sentences labelled after the rules were finished, and never used to change them')}

The second line is the one to expect of your own reports, and those may be harder still: one hand wrote rules and sentences. The first set of unseen sentences, 60 of them, found the rules weaker:
14 findings, 11 misses and 3 false alarms. What it showed was put right, it joined the first line, and a new unseen set
was written.

| What is looked for | Found | Missed | False alarms | Unseen: found | Missed | False alarms |
|---|---:|---:|---:|---:|---:|---:|
${checkRules.map((rule) => row(rule, one.counts.get(rule), other.counts.get(rule))).join('\n')}

"Longer than the guide" depends on a setting and not on words: it is tested beside its rule.

## What they miss, and where they are wrong

${[...one.misses, ...other.misses].map(missInWords).join('\n')}

## What they cannot see

* Sentences whose subject is named in other words than the title's ("speed of processing" for "average days to decide a claim").
* Figures of wards, teams and other councils: nothing is held to compare them with, so they are left alone.
* Irony, and a promise that was broken by doing something else.
* Names of people who are not in the directory.
`;
}

const clean = (all: readonly LabelledSentence[]): number =>
  all.filter(({ expected }) => expected.length === 0).length;

function summary(
  all: readonly LabelledSentence[],
  counts: ReadonlyMap<CheckRule, RuleCount>,
  what: string,
): string {
  const sum = (name: keyof RuleCount) =>
    [...counts.values()].reduce((total, count) => total + count[name], 0);
  return `* ${what}: ${all.length}, ${clean(all)} of them clean. Found ${sum('found')}, missed ${sum('missed')}, false alarms ${sum('false')}.`;
}

function row(rule: CheckRule, one: RuleCount | undefined, other: RuleCount | undefined): string {
  const cells = [one, other].flatMap((count) => [count?.found ?? 0, count?.missed ?? 0, count?.false ?? 0]);
  return `| ${checkRuleNames[rule]} (\`${rule}\`) | ${cells.join(' | ')} |`;
}

function missInWords({ kind, rule, sentence, finding }: Miss): string {
  const what = kind === 'missed' ? 'Missed' : 'False alarm';
  const says = finding === null ? '' : ` It says: ${finding.says}`;
  return `* ${what}, \`${rule}\` (${sentence.measure}): “${sentence.text}”${says}`;
}

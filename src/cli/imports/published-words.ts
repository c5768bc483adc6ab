import { restatedRoleNames, restatementKinds } from '../../domain/restatement/restatement.ts';
import { targetRoleNames } from '../../domain/target/target.ts';
import { changedOf, type Published, periodsOf } from '../../workflow/set-up/import-deliveries.ts';

/** As many figures of a period as somebody reads; the rest is counted. */
const MOST_LISTED = 10;

/** The kinds of reason as options are typed: `late-data`. */
export const typedKinds: ReadonlyMap<string, string> = new Map(
  restatementKinds.map((kind) => [kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), kind]),
);

/** What a file changes of each published period: a sentence, and for people the figures below it. */
export function publishedInWords(
  published: Published,
  done: 'would change' | 'changed',
): { sentence: string; figures: string[] }[] {
  const { restated, targets } = published;
  return periodsOf(published).map((period) => {
    const own = restated.filter(({ restatement }) => restatement.period === period);
    const state = published.states.get(period) ?? 'published';
    const changed = own.map(({ restatement: { measure, role, was, is, effect } }) => {
      return `  ${measure}, ${restatedRoleNames[role].toLowerCase()}: ${was.display} > ${is.display}. ${effect}`;
    });
    for (const { measure, role, period: of, settled, was, is, effect } of targets) {
      if (settled !== period) continue;
      const name = `${targetRoleNames[role].toLowerCase()}${of === period ? '' : ` of ${of}`}`;
      changed.push(`  ${measure}, ${name}: ${was ?? 'none'} > ${is}. ${effect}`);
    }
    const figures = changed.slice(0, MOST_LISTED);
    if (changed.length > MOST_LISTED) figures.push(`  and ${changed.length - MOST_LISTED} more`);
    return { sentence: `${period} is ${state}: ${changedOf(published, period)} of it ${done}.`, figures };
  });
}

/** For `--json`. */
export const restatedDocument = ({ restated }: Published) =>
  restated.map(({ restatement: { measure, period, role, was, is, effect } }) => ({
    measure,
    period,
    figure: role,
    was: was.display,
    is: is.display,
    effect,
  }));

/** For `--json`. */
export const changedTargetsDocument = ({ targets }: Published) =>
  targets.map(({ measure, settled, role, period, was, is, exact, effect }) => ({
    measure,
    period: settled,
    target: role,
    of: period,
    was,
    is,
    exactWas: exact.was,
    exactIs: exact.is,
    effect,
  }));

export const SAY_WHY =
  'Say why: add --reason "…". It is printed beside each figure that changes and in the next report.';

import { emptyContent, type UpdateContent } from '../../../domain/round/update.ts';
import { formatProblem, type Problem } from '../../../importers/problem.ts';
import type { UpdateRow } from '../../../importers/updates/row.ts';
import type { LineToEnter } from '../../../workflow/queries/lines-to-enter.ts';
import type { Entry } from '../../../workflow/round/enter-together.ts';

/**
 * What a file says, laid over what is there: a cell that is empty in the file leaves what stands.
 *
 * @returns the entries, or why a row cannot be taken here, as lines to show
 */
export function entriesFrom(
  rows: readonly UpdateRow[],
  lines: readonly LineToEnter[],
  period: string,
): { entries: Entry[] } | { problems: string[] } {
  const problems: string[] = [];
  const entries = rows.flatMap((row): Entry[] => {
    const at = `Row ${row.row}: `;
    const found = lines.find(({ line }) => line.code === row.measure);
    if (row.period !== period) {
      problems.push(`${at}this is for ${row.period}, and the round is ${period}. Upload it there.`);
    } else if (found === undefined) {
      problems.push(`${at}${row.measure} is not one of those you can enter now. Take the row out.`);
    } else if (row.part !== null) {
      problems.push(`${at}parts of a figure are imported by the performance team. Take the row out.`);
    } else {
      const content = laidOver(found.line.standing.content ?? emptyContent, row);
      return [{ measure: row.measure, version: found.line.standing.version, content }];
    }
    return [];
  });
  return problems.length > 0 ? { problems } : { entries };
}

function laidOver(content: UpdateContent, row: UpdateRow): UpdateContent {
  const typed = (figure: { typed: string } | null, was: string) => (figure === null ? was : figure.typed);
  return {
    ...content,
    actual: typed(row.actual, content.actual),
    toDate: typed(row.toDate, content.toDate),
    forecast: typed(row.outturn ?? row.forecast, content.forecast),
    numerator: row.numerator ?? content.numerator,
    denominator: row.denominator ?? content.denominator,
    provisional: row.flags.includes('provisional') || content.provisional,
    note: row.note ?? content.note,
    texts: {
      context: row.context?.raw ?? content.texts.context,
      actions: row.actions?.raw ?? content.texts.actions,
      intervention: row.intervention?.raw ?? content.texts.intervention,
    },
  };
}

/** What the importer found wrong, as lines to show. */
export const wordsOf = (problems: readonly Problem[]): string[] =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => formatProblem(problem).replace(/^error: /, ''));

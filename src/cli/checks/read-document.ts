import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkInputOf, recordedOf } from '../../domain/check-input.ts';
import { checkCommentary } from '../../domain/commentary/checks/check-commentary.ts';
import { standardChecks } from '../../domain/commentary/checks/settings.ts';
import { presetDirection } from '../../domain/direction/presets.ts';
import { evaluate } from '../../domain/evaluate.ts';
import { snapshotOf } from '../../domain/snapshot.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { toFacts } from '../../importers/improvement-report/to-facts.ts';
import { importInWorker } from '../../importers/in-worker.ts';
import { formatProblem, hasErrors } from '../../importers/problem.ts';
import type { CheckedRound } from '../../workflow/queries/check-commentary.ts';
import { Refusal } from '../console.ts';

const MOST_BYTES = 20 * 1024 * 1024;

export interface DocumentQuestion {
  scheme: StatusScheme;
  /** ISO day on which the texts are read; null for the day that the document bears. */
  asOf: string | null;
  glossary: Readonly<Record<string, string>>;
}

/**
 * The commentary of an improvement report in the founding layout, held against the figures that stand beside it. Nothing is
 * saved, and no database is opened: an earlier quarter is known only from what the texts say of it.
 */
export async function checkDocument(
  path: string,
  { scheme, asOf, glossary }: DocumentQuestion,
): Promise<CheckedRound & { authority: string }> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Refusal(`There is no file "${path}".`);
  if (!found.isFile()) throw new Refusal(`"${path}" is not a file.`);
  if (found.size > MOST_BYTES) throw new Refusal(`${path} is over 20 MB, too large for a report.`);
  const file = { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  const { rows, problems } = await importInWorker({
    kind: 'improvement-report',
    file,
    options: { scheme, corrections: {} },
  });
  const [document] = rows;
  if (document === undefined || hasErrors(problems)) {
    throw new Refusal(
      problems.map(formatProblem).join('\n') || `${file.name} is not an improvement report that can be read.`,
      { problems },
    );
  }
  // Only when its facts became known depends on this moment, and nothing here does.
  const recordedAt = new Date().toISOString();
  const { facts, period } = toFacts(document, {
    fileName: file.name,
    scheme,
    recordedAt,
    yearKind: 'financial',
  });
  const snapshot = snapshotOf(facts, { period, scorecard: null, asAt: null });
  const day = asOf ?? period.end;
  const around = {
    period,
    asOf: day,
    scheme,
    ...standardChecks,
    glossary,
    measures: { named: facts.measures, complete: false },
    people: [],
  };
  const checked = evaluate(snapshot, scheme, presetDirection('derby')).measures.map((measure) => {
    const { code } = measure.snapshot.version;
    const recorded = recordedOf(facts, code);
    const input = checkInputOf(measure, recorded, around);
    return { code, measure, texts: input.texts, findings: checkCommentary(input), state: null };
  });
  return { authority: facts.authority.name, period, asOf: day, checked, withoutText: 0 };
}

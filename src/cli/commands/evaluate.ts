import { Command } from 'commander';
import type { Unit } from '../../domain/number/unit.ts';
import { unitInWords } from '../../domain/number/unit-words.ts';
import { assessStatus } from '../../domain/status/assess.ts';
import type { ExplainedComparison } from '../../domain/status/comparison-words.ts';
import { explain } from '../../domain/status/explain.ts';
import type { StatusInputs } from '../../domain/status/inputs.ts';
import type { NearThreshold } from '../../domain/status/near-threshold.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import type { StatusScheme } from '../../domain/status/scheme.ts';
import { writeCsv } from '../../formats/csv-writer.ts';
import { readEvaluationRows } from '../../importers/evaluation-rows/read-rows.ts';
import { toInputs } from '../../importers/evaluation-rows/to-inputs.ts';
import { formatProblem, hasErrors } from '../../importers/problem.ts';
import { type Console, printJson, Refusal } from '../console.ts';
import { loadScheme } from '../scheme-file.ts';

const MOST_BYTES = 20 * 1024 * 1024;

export function evaluateCommand(console: Console): Command {
  return new Command('evaluate')
    .description('judge rows of figures on standard input (CSV with a heading row, or a JSON list)')
    .requiredOption('--scheme <name|file>', 'a preset (see "outturn scheme list") or a scheme in a JSON file')
    .option('--json', 'print one JSON document instead of CSV')
    .action(async (options: { scheme: string; json?: boolean }) => {
      const scheme = await loadScheme(options.scheme);
      const read = readEvaluationRows(await console.readStdin(MOST_BYTES));
      const understood = toInputs(read.rows, scheme);
      const problems = [...read.problems, ...understood.problems];
      if (hasErrors(problems)) throw new Refusal(problems.map(formatProblem).join('\n'), { problems });
      for (const problem of problems) console.err(formatProblem(problem));
      const rows = understood.rows.map(({ code, status, forecast }) => ({
        code,
        ...judgement(status, scheme),
        forecast: forecast === null ? null : judgement(forecast, scheme),
      }));
      if (options.json) {
        printJson(console, { scheme: { id: scheme.id, name: scheme.name, version: scheme.version }, rows });
        return;
      }
      const withForecast = rows.some((row) => row.forecast !== null);
      const lines = rows.map((row) => [
        row.code,
        row.status,
        row.explanation,
        ...(withForecast ? [row.forecast?.status ?? '', row.forecast?.explanation ?? ''] : []),
      ]);
      const heading = [
        'code',
        'status',
        'explanation',
        ...(withForecast ? ['forecast_status', 'forecast_explanation'] : []),
      ];
      console.out(Buffer.from(writeCsv(heading, lines, 'machine')).toString('utf8'));
    });
}

function judgement(inputs: StatusInputs, scheme: StatusScheme) {
  const assessment = assessStatus(inputs, scheme);
  const explanation = explain(inputs, scheme, assessment);
  return {
    status: assessment.outcome.label,
    outcome: assessment.outcome.id,
    explanation: explanation.sentence,
    rule: assessment.rule,
    comparisons: explanation.comparisons.map(documented),
    distances: explanation.distances.map(({ outcome, amount, change, at, edgeIncluded, phrase }) => ({
      outcome: outcome.label,
      amount,
      change,
      at,
      edgeIncluded,
      phrase,
    })),
    distance: explanation.distanceSentence,
    near: explanation.near === null ? null : documentedNear(explanation.near, inputs.unit),
  };
}

const named = ({ label, id }: Outcome) => ({ status: label, outcome: id });

/** How little was missing for another status; amounts are exact. */
function documentedNear({ close, ifRounded, ifUnrounded, oneCase, brief }: NearThreshold, unit: Unit) {
  return {
    unit: unit.kind === 'percentage' ? 'percentage points' : unitInWords(unit),
    close: close.map(({ outcome, toward, amount, change, at }) => ({
      ...named(outcome),
      toward,
      amount,
      change,
      at,
    })),
    ifRounded: ifRounded === null ? null : named(ifRounded),
    ifUnrounded: ifUnrounded === null ? null : named(ifUnrounded),
    oneCase: oneCase.map(({ change, outcome }) => ({ change, ...named(outcome) })),
    brief,
  };
}

/** The fields that docs/schemas/evaluate.schema.json promises, and no others that the explanation may gain. */
function documented(comparison: ExplainedComparison) {
  const { figure, comparator, noun, value, display, form, variance, better, phrase } = comparison;
  return { figure, comparator, noun, value, display, form, variance, better, phrase };
}

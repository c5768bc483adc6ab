import { directionKey } from '../domain/direction/basis-in-words.ts';
import { directionPresets } from '../domain/direction/presets.ts';
import type { DirectionScheme } from '../domain/direction/scheme.ts';
import type { Evaluation } from '../domain/evaluate.ts';
import { replayDirection } from '../workflow/queries/replay-scheme.ts';
import { type Console, printJson, textTable } from './console.ts';

/** What `outturn scheme … --direction` prints. */

export function listDirections(console: Console, json: boolean): void {
  if (json) {
    const schemes = directionPresets.map(({ id, name, version, effectiveFrom, source }) => ({
      id,
      name,
      version,
      effectiveFrom,
      source,
    }));
    printJson(console, { schemes });
    return;
  }
  console.out(textTable(directionPresets.map(({ id, name }) => [id, name])));
}

export function showDirectionKey(console: Console, scheme: DirectionScheme, json: boolean): void {
  const { basis, lines, notes } = directionKey(scheme);
  const { id, name, version } = scheme;
  if (json) {
    printJson(console, { scheme: { id, name, version }, basis, directions: lines, notes });
    return;
  }
  const rows = lines.map(({ symbol, label, sentence }) => [symbol ?? '', label, sentence]);
  console.out([`${name}, version ${version}`, '', `${basis}.`, '', textTable(rows), '', ...notes].join('\n'));
}

export function showDirectionReplay(
  console: Console,
  evaluation: Evaluation,
  scheme: DirectionScheme,
  json: boolean,
): void {
  const { rows, changes, movements } = replayDirection(evaluation, scheme);
  if (json) {
    printJson(console, {
      scheme: { id: scheme.id, version: scheme.version },
      period: evaluation.snapshot.period.code,
      measures: rows.length,
      direction: {
        changes: changes.map(({ measure, was, becomes, because }) => ({
          code: measure,
          was,
          becomes,
          because,
        })),
        movements,
      },
    });
    return;
  }
  console.out(
    `Under ${scheme.name}, ${changes.length} of ${rows.length} measures would have another direction of travel.`,
  );
  const lines = changes.map(({ measure, was, becomes, because }) => [
    `  ${measure}`,
    `${was} -> ${becomes}`,
    because,
  ]);
  if (lines.length > 0) console.out(textTable(lines));
}

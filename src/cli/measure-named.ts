import type { MeasureVersion } from '../domain/measure/measure.ts';
import type { SetUp } from '../workflow/queries/set-up.ts';
import { Refusal } from './console.ts';

/** The measure that is meant: by its code, else by its code or another name in capitals or not. The newest version of it. */
export function measureNamed({ versions }: Pick<SetUp, 'versions'>, typed: string): MeasureVersion {
  const exact = versions.findLast(({ code }) => code === typed);
  if (exact !== undefined) return exact;
  const wanted = typed.trim().toLowerCase();
  const meant = versions.filter((one) =>
    [one.code, ...one.aliases].some((name) => name.toLowerCase() === wanted),
  );
  const codes = [...new Set(meant.map(({ code }) => code))];
  if (codes.length === 1) return meant.at(-1) as MeasureVersion;
  throw new Refusal(
    codes.length === 0
      ? `There is no measure "${typed}". "outturn measure list" shows those there are.`
      : `"${typed}" may be ${codes.join(' or ')}. Give the code.`,
  );
}

import type { TypedRow } from '../series-input.ts';

/** Rows by their code, each group in the order of its rows, groups in the order of their first. */
export function byCode<Name extends string>(
  rows: readonly TypedRow<Name | 'code'>[],
): ReadonlyMap<string, readonly TypedRow<Name | 'code'>[]> {
  const groups = new Map<string, TypedRow<Name | 'code'>[]>();
  for (const row of rows) {
    const code = (row.values.code ?? '').trim();
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [row]);
    else group.push(row);
  }
  return groups;
}

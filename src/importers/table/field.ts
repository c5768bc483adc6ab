/** What is wrong with one cell, and what to do about it. */
export interface Complaint {
  readonly message: string;
  readonly remedy: string;
}

export type Read<T> = { readonly value: T } | Complaint;

/** Reads the text of one cell. A field that is not optional complains of a blank one. */
export interface Field<T> {
  readonly needed: boolean;
  read(typed: string): Read<T>;
  optional(): Field<T | undefined>;
}

/** The checked fields of a row, by key. */
export interface RowSchema<Checked> {
  /** The fields in the order in which `check` takes their texts. */
  readonly keys: readonly string[];
  /** Texts in the order of `keys`, undefined where blank. Every complaint goes to `complain`; null where there was one. */
  check(
    texts: readonly (string | undefined)[],
    complain: (key: string, complaint: Complaint) => void,
  ): Checked | null;
}

export type CheckedBy<Schema> = Schema extends RowSchema<infer Checked> ? Checked : never;

export function field<T>(read: (typed: string) => Read<T>): Field<T> {
  return { needed: true, read, optional: () => ({ ...field<T | undefined>(read), needed: false }) };
}

const MOST_REMEMBERED = 10_000;

/** A field whose texts come again and again in one file, such as codes: each is read once and remembered. */
export function repeatedField<T>(read: (typed: string) => Read<T>): Field<T> {
  const before = new Map<string, Read<T>>();
  return field((typed) => {
    const known = before.get(typed);
    if (known !== undefined) return known;
    const result = read(typed);
    if (typed.length >= 100) return result;
    if (before.size >= MOST_REMEMBERED) before.clear();
    before.set(typed, result);
    return result;
  });
}

const BLANK: Complaint = {
  message: 'The cell is blank, and a value is needed.',
  remedy: 'Fill in the cell, or delete the row.',
};

/**
 * A schema from its fields. Ours and not a general library's because a row is nothing but texts by key, and
 * because a hundred thousand rows of fifteen cells are checked while somebody waits.
 */
export function rowSchema<Fields extends Readonly<Record<string, Field<unknown>>>>(
  fields: Fields,
): RowSchema<{ readonly [Key in keyof Fields]: Fields[Key] extends Field<infer T> ? T : never }> {
  type Checked = { readonly [Key in keyof Fields]: Fields[Key] extends Field<infer T> ? T : never };
  const keys = Object.keys(fields);
  const rules = Object.values(fields);
  // Copied for each row: all rows then have one shape, which is what makes reading them fast.
  const blank: Record<string, unknown> = Object.fromEntries(keys.map((key) => [key, undefined]));
  return {
    keys,
    check(texts, complain) {
      const checked = { ...blank };
      let sound = true;
      for (let slot = 0; slot < rules.length; slot += 1) {
        const typed = texts[slot];
        const rule = rules[slot] as Field<unknown>;
        if (typed === undefined && !rule.needed) continue;
        const key = keys[slot] as string;
        const result = typed === undefined ? BLANK : rule.read(typed);
        if ('value' in result) checked[key] = result.value;
        else {
          complain(key, result);
          sound = false;
        }
      }
      return sound ? (checked as Checked) : null;
    },
  };
}

import pg from 'pg';

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;

/**
 * Dates, numbers and instants stay text: the driver's own conversions move a date by a zone and a number into a
 * float. Instants come as ISO in UTC with milliseconds, so that they compare as text.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === OID.int8 || oid === OID.date || oid === OID.numeric) return asIs;
      if (oid === OID.timestamptz) return isoInstant;
    }
    return pg.types.getTypeParser(oid, format ?? 'text');
  },
};

const asIs = (text: string) => text;

const INSTANT = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** `2018-10-12 08:30:00.5+00` -> `2018-10-12T08:30:00.500Z`. */
export function isoInstant(text: string): string {
  const parts = INSTANT.exec(text);
  if (!parts) throw new RangeError(`not an instant in UTC: ${JSON.stringify(text)}`);
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0')}Z`;
}

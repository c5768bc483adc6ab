import type { MeasureRecord } from './report.ts';

/** An id that a link can name: letters, digits and hyphens. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-+|-+$/g, '') || 'section';
}

/** Ids of measures, unique whatever their codes look like. */
export function measureId(record: MeasureRecord, index: number): string {
  return `measure-${index + 1}-${slug(record.code)}`;
}

import type { PeerKind } from '../../domain/peers/peer-value.ts';
import type { Column } from '../table/column.ts';
import { rowSchema } from '../table/field.ts';
import { choice, code, date, line, period, plainNumber, text, yesNo } from '../table/fields.ts';

export const PEER_COLUMNS: readonly Column[] = [
  {
    key: 'code',
    heading: 'Code',
    alsoCalled: ['Measure code', 'Measure', 'Ref', 'Reference'],
    required: true,
  },
  { key: 'title', heading: 'Title', alsoCalled: ['Measure title'], shownOnly: true },
  { key: 'unit', heading: 'Unit', shownOnly: true },
  { key: 'period', heading: 'Period', alsoCalled: ['Reporting period', 'Time period'], required: true },
  {
    key: 'area',
    heading: 'Area code',
    alsoCalled: ['Council code', 'ONS code', 'LA code', 'GSS code'],
    required: true,
  },
  {
    key: 'areaName',
    heading: 'Area',
    alsoCalled: ['Area name', 'Council', 'Local authority', 'LA name'],
    required: true,
  },
  { key: 'kind', heading: 'Kind of area', alsoCalled: ['Kind', 'Area type'] },
  { key: 'value', heading: 'Value', required: true },
  { key: 'numerator', heading: 'Numerator', alsoCalled: ['Count'] },
  { key: 'denominator', heading: 'Denominator' },
  { key: 'sameDefinition', heading: 'Same definition' },
  { key: 'definitionNote', heading: 'Definition note' },
  { key: 'publication', heading: 'Source', alsoCalled: ['Publication', 'Published in'], required: true },
  {
    key: 'publishedOn',
    heading: 'Source date',
    alsoCalled: ['Published on', 'Date published'],
    required: true,
  },
];

/** The kinds of area, as a list offers them. */
export const PEER_KINDS: Readonly<Record<string, PeerKind>> = { Council: 'council', Average: 'average' };

export const peerFields = rowSchema({
  code,
  period,
  // Needed with a value: a row of a template that nobody filled in has none of these four.
  area: code.optional(),
  areaName: line(120).optional(),
  kind: choice(PEER_KINDS).optional(),
  value: text.optional(),
  numerator: plainNumber.optional(),
  denominator: plainNumber.optional(),
  sameDefinition: yesNo.optional(),
  definitionNote: line(500).optional(),
  publication: line(300).optional(),
  publishedOn: date.optional(),
});

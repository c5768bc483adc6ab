import { expect, it } from 'vitest';
import { readTypedRows } from './series-input.ts';

const columns = [
  { name: 'date', required: true, alsoCalled: ['period end'] },
  { name: 'value', required: true },
] as const;
const read = (text: string) => readTypedRows(Buffer.from(text), columns);

it('reads CSV and JSON as the same texts, whatever the headings are spelt like', () => {
  const rows = [
    { row: 2, values: { date: '2024-04-01', value: '1.50' } },
    { row: 3, values: { date: '2024-05-01', value: '' } },
  ];
  expect(read('Period-End,VALUE\n2024-04-01,1.50\n2024-05-01,\n')).toEqual({ rows, problems: [] });
  const json = read('[{"date":"2024-04-01","value":"1.50"},{"date":"2024-05-01","value":null}]');
  expect(json.rows.map(({ values }) => values)).toEqual(rows.map(({ values }) => values));
});

it('writes a JSON number out as a plain decimal', () => {
  const values = (text: string) => read(`[{"date":"2024-04-01","value":${text}}]`).rows[0]?.values.value;
  expect(['0.1', '-12', '1e-7', '2.5e21', '-1.25e-8'].map(values)).toEqual([
    '0.1',
    '-12',
    '0.0000001',
    '2500000000000000000000',
    '-0.0000000125',
  ]);
  expect(values('1e300')).toBeUndefined();
});

it('passes over a column it does not read, once, and refuses what it cannot', () => {
  const { problems } = read('[{"date":"2024-04-01","value":1,"ward":"a"},{"value":[],"ward":"b"},7]');
  expect(problems.map(({ severity, row, message }) => [severity, row, message])).toEqual([
    ['warning', 1, 'This column is not read here.'],
    ['error', 2, 'This value is not text, or has more digits than a JSON number keeps.'],
    ['error', 2, 'There is no "date".'],
    ['error', 2, 'There is no "value".'],
    ['error', 3, 'This item is not an object.'],
  ]);
  expect(read('date,other\n1,2\n').problems.map(({ message }) => message)).toContain(
    'There is no column "value".',
  );
  expect(read('').problems).toHaveLength(1);
  expect(read('[').problems).toHaveLength(1);
});

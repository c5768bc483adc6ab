import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { sampleReport, sampleScorecard } from '../../../../test/fixtures/sample-report.ts';
import type { Report } from '../../model/report.ts';
import { renderJson } from './render-json.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../docs/schemas/report.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
const validate = ajv.compile(schema);

const parsed = async (report: Report) =>
  JSON.parse(new TextDecoder().decode((await renderJson(report)).bytes));

describe('renderJson', () => {
  it.each([
    ['improvement report', sampleReport],
    ['scorecard', sampleScorecard],
  ])('gives an %s that its schema accepts', async (_, sample) => {
    validate(await parsed(sample()));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has a schema that refuses a figure as a binary number, and a missing one without its reason', async () => {
    const document = await parsed(sampleReport());
    document.measures[0].actual.value = 30.1;
    expect(validate(document)).toBe(false);
    const unexplained = await parsed(sampleReport());
    unexplained.measures[0].actual = {
      kind: 'missing',
      value: null,
      display: 'Awaited',
      missing: null,
      notes: [],
    };
    expect(validate(unexplained)).toBe(false);
  });

  it('keeps figures exact, beside the text to show', async () => {
    const { measures } = await parsed(sampleReport());
    const [bins] = measures.filter((measure: { code: string }) => measure.code === 'ENV/12-b');
    expect(bins.actual).toEqual({
      kind: 'number',
      value: '51.75',
      display: '51.75 per 100,000 collections',
      missing: null,
      notes: [],
    });
    expect(bins.variancePercent).toBe('-15.00');
  });

  it('gives the parts of an actual', async () => {
    const { measures } = await parsed(sampleReport());
    expect(measures[0].parts).toHaveLength(7);
    expect(measures[0].parts[0]).toMatchObject({
      partOf: 'ward',
      name: 'Abbey and Castle',
      figure: { kind: 'number', value: '4' },
    });
  });

  it('says why a figure is missing', async () => {
    const { measures } = await parsed(sampleReport());
    const promise = measures.find((measure: { code: string }) => measure.code === 'RES 14');
    expect(promise.actual).toMatchObject({ value: null, missing: 'awaited', display: 'Awaited' });
    expect(promise.target).toMatchObject({ kind: 'date', value: '2018-09-30' });
  });

  it('gives commentary as a tree and as plain text, exactly', async () => {
    const { measures } = await parsed(sampleReport());
    expect(measures[0].commentary.improvementActions.tree).toEqual(
      sampleReport().measures[0]!.commentary.actions,
    );
    expect(
      measures.find((measure: { code: string }) => measure.code === 'RES 09').commentary.context.text,
    ).toMatch(/^=SUM is not a formula here/);
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = await Promise.all([renderJson(sampleReport()), renderJson(sampleReport())]);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(first.name).toBe('borchester-improvement-report-2018-19-Q2.json');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority } from '../../src/demo/authority.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import type { Report } from '../../src/reports/model/report.ts';
import { renderPdf } from '../../src/reports/render/pdf/render-pdf.ts';
import { stopTypesetting } from '../../src/reports/render/pdf/typesetting-worker.ts';
import { readSamples } from '../../src/store/assurance.ts';
import { readForwardPlanReport } from '../../src/workflow/queries/forward-plan.ts';
import { packedSample } from '../../src/workflow/queries/pack-sample.ts';
import { readReport } from '../../src/workflow/queries/read-report.ts';
import { readSurgery, surgeryReport } from '../../src/workflow/queries/surgery.ts';
import { knownNow } from '../../src/workflow/remembered/known-now.ts';
import { as } from '../contracts/demo-acting.ts';
import { DemoSite } from '../journeys/web/demo-site.ts';
import { pagesOf, written } from '../tools/poppler/poppler.ts';
import { checkPdfUa, missingTool } from '../tools/verapdf/check-pdf-ua.ts';

const missing = await missingTool();
if (missing && process.env.CI) throw new Error(missing);

const site = new DemoSite();
const petra = as('petra.hollis', 'internalAudit');
const { code, timeZone } = authority;
beforeAll(() => site.begin());
afterAll(async () => {
  await stopTypesetting();
  await site.end();
});

const question = (period: string) => ({
  authority: code,
  period: periodOf(period),
  scorecard: null,
  asAt: null,
});

async function surgery(measures: readonly string[]): Promise<Report | null> {
  const known = await knownNow(site.store, code);
  const views = await readSurgery(known, { code, timeZone }, measures, petra.today);
  return surgeryReport(authority, views, petra.today);
}

async function sample(): Promise<Report | null> {
  const [drawn] = await readSamples(site.store, code);
  return packedSample(site.store, petra, drawn?.id ?? '');
}

const CHOSEN = ['SS PM07', 'SEND 6', 'LEI 3', 'CSC 1.6', 'YA&H PM08', 'EXC-4', 'WST-1'];

/** Each document with words that only it holds, so that an empty page cannot pass for it. */
const documents: readonly [name: string, make: () => Promise<Report | null>, holds: string][] = [
  ['amendments', () => readReport(site.store, 'amendments', question('2018-19/Q2'), null, petra.now), 'CAB/'],
  [
    'amendments-of-none',
    () => readReport(site.store, 'amendments', question('2017-18/Q1'), null, petra.now),
    'amendments',
  ],
  ['surgery', () => surgery(CHOSEN), 'vacant posts in the SEND team'],
  ['surgery-of-one', () => surgery(['LIB.7']), 'libraries'],
  ['audit-sample', sample, 'Anybody can draw the same again'],
  ['forward-plan', () => readForwardPlanReport(site.store, authority, petra.today, null), 'Scrutiny'],
];

describe.skipIf(missing)(`PDF/UA-1, by veraPDF${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('holds for the documents of the year’s work, as the demonstration fills them', async () => {
    const files: Uint8Array[] = [];
    for (const [name, make] of documents) {
      const report = await make();
      if (report === null) throw new Error(`there is no ${name}`);
      files.push((await renderPdf(report)).bytes);
    }
    const results = await written(files, async (...paths) => {
      paths.forEach((path, index) => {
        const [name, , holds] = documents[index]!;
        const text = pagesOf(path).join('\n').replace(/\s+/g, ' ');
        expect(text.toLowerCase(), name).toContain(holds.toLowerCase());
      });
      return checkPdfUa(paths);
    });
    if ('unavailable' in results) throw new Error(results.unavailable);
    expect(
      results.map(({ compliant, failures }, index) => [documents[index]?.[0], compliant, failures]),
    ).toEqual(documents.map(([name]) => [name, true, []]));
    // A checker that looked at nothing would find nothing wrong.
    for (const { checks } of results) expect(checks).toBeGreaterThan(500);
  });
});

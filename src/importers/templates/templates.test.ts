import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { parseFigure } from '../../domain/number/parse.ts';
import { periodOf } from '../../domain/period/parse.ts';
import { derby } from '../../domain/status/presets/derby.ts';
import { importMeasures } from '../measures/import-measures.ts';
import { importPeers } from '../peers/import-peers.ts';
import { importSeries } from '../series/import-series.ts';
import { knownMeasures } from '../table/known.ts';
import { SAMPLE_MEASURES } from '../table/sample-measures.ts';
import { importTargets } from '../targets/import-targets.ts';
import { importUpdates } from '../updates/import-updates.ts';
import { seriesTemplate, targetsTemplate } from './figures-template.ts';
import { measuresTemplate } from './measures-template.ts';
import { peersTemplate } from './peers-template.ts';
import { updatesTemplate } from './updates-template.ts';

const who = { authorityName: 'Demonstration City Council', madeAt: '2018-10-01T00:00:00Z' };
const known = { measures: knownMeasures(SAMPLE_MEASURES) };
const period = periodOf('2018-19/Q2');
const figure = (typed: string, at: number) => {
  const read = parseFigure(typed, SAMPLE_MEASURES[at]?.unit ?? null);
  if ('problem' in read) throw new Error(read.problem);
  return read.figure;
};
const updates = () =>
  updatesTemplate({
    ...who,
    period,
    due: SAMPLE_MEASURES.map((measure, at) => ({
      measure,
      previous: figure(['80.1', '94.5', 'On track', '1200'][at] ?? '', at),
    })),
  });
const targets = () => targetsTemplate({ ...who, measures: SAMPLE_MEASURES, periods: [period], blankRows: 2 });
const series = () => seriesTemplate({ ...who, measures: SAMPLE_MEASURES, periods: [period], blankRows: 2 });
const measures = () =>
  measuresTemplate({ ...who, directorates: ['Adults', 'Children'], measures: SAMPLE_MEASURES, blankRows: 2 });

/** Fills cells as a person does in Excel, with another library than the one that wrote the file. */
async function filled(
  bytes: Uint8Array,
  cells: Readonly<Record<string, string | number>>,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  const sheet = book.worksheets[0];
  for (const [address, value] of Object.entries(cells)) {
    const cell = sheet?.getCell(address);
    if (cell === undefined || cell.protection?.locked !== false) throw new Error(`${address} is locked`);
    cell.value = value;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('template, filled in, imported', () => {
  it('updates', async () => {
    const bytes = await filled(await updates(), {
      I2: 81.1,
      M2: '84.80',
      I3: 94.5,
      I4: 'Completed',
      O5: 'Awaited',
      S2: '- one\n- two',
      P3: 'Yes',
    });
    const { rows, problems } = await importUpdates({ name: 'updates.xlsx', bytes }, { known });
    expect(problems).toEqual([]);
    expect(rows.map((row) => [row.measure, row.period, row.actual?.typed])).toEqual([
      ['AHH Local 2A (i)', '2018-19/Q2', '81.1'],
      ['EI 12/EI 3', '2018-19/Q2', '94.5'],
      ['L&I PM23c', '2018-19/Q2', 'Completed'],
      ['CP 1', '2018-19/Q2', 'Awaited'],
    ]);
    expect(rows[0]?.context?.tree[0]?.type).toBe('ul');
    expect(rows[1]?.flags).toEqual(['provisional']);
    await expect(filled(await updates(), { A2: 'CP 9' })).rejects.toThrow('locked');
  });

  it('parts of a figure, on the rows that ask for them and on empty ones', async () => {
    const [costs] = SAMPLE_MEASURES.filter(({ code }) => code === 'CP 1');
    const parts = [{ kind: 'ward', name: 'Abbey' }];
    const template = await updatesTemplate({ ...who, period, due: [{ measure: costs as never, parts }] });
    const bytes = await filled(template, {
      I2: 1200,
      I3: 700,
      A4: 'CP 1',
      H4: '2018-19/Q2',
      I4: 400,
      W4: 'Ward',
      X4: 'Cross',
    });
    const { rows, problems } = await importUpdates({ name: 'updates.xlsx', bytes }, { known });
    expect(rows.map((row) => [row.part?.name ?? null, row.actual?.typed])).toEqual([
      [null, '1200'],
      ['Abbey', '700'],
      ['Cross', '400'],
    ]);
    expect(problems).toMatchObject([{ severity: 'warning', sheet: 'Updates', row: 2 }]);
    await expect(filled(template, { S3: 'Words' })).rejects.toThrow('locked');
  });

  it('measures, with nothing lost', async () => {
    const { rows, problems } = await importMeasures(
      { name: 'measures.xlsx', bytes: await measures() },
      { validFrom: '2000-01-01' },
    );
    expect(problems).toEqual([]);
    expect(rows.map((row) => row.measure)).toEqual(SAMPLE_MEASURES);
  });

  it('targets', async () => {
    const bytes = await filled(await targets(), {
      F2: 84.8,
      F5: 1200,
      A6: 'CP 1',
      D6: '2018-19',
      E6: 'Floor',
      F6: 900,
      H6: '31-Mar-2018',
    });
    const { rows, problems } = await importTargets({ name: 'targets.xlsx', bytes }, { known, scheme: derby });
    expect(rows.map((row) => [row.measure, row.period, row.role, row.figure.typed, row.approvedOn])).toEqual([
      ['AHH Local 2A (i)', '2018-19/Q2', 'target', '84.8', null],
      ['CP 1', '2018-19/Q2', 'target', '1200', null],
      ['CP 1', '2018-19', 'floor', '900', '2018-03-31'],
    ]);
    expect(problems.map((problem) => [problem.severity, problem.row])).toEqual([
      ['warning', 3],
      ['warning', 4],
    ]);
  });

  it('series', async () => {
    const bytes = await filled(await series(), { C2: 1, C3: 2, C4: 'On track', C5: 3, D5: 4 });
    const { rows, problems } = await importSeries({ name: 'series.xlsx', bytes }, { known });
    expect(problems).toEqual([]);
    expect(rows.map((row) => row.value.typed)).toEqual(['1', '2', 'On track', '3']);
  });

  it('peers', async () => {
    const areas = [
      { code: 'E1', name: 'Ashby' },
      { code: 'E2', name: 'Calder' },
    ];
    const template = await peersTemplate({ ...who, measures: SAMPLE_MEASURES, period, areas, blankRows: 2 });
    const bytes = await filled(template, { H2: 81.1, M2: 'National table 1', N2: '13-Dec-2018' });
    const { rows, problems } = await importPeers(
      { name: 'peers.xlsx', bytes },
      { known, versions: new Map() },
    );
    expect(rows.map((row) => [row.measure, row.period, row.area.name, row.value.typed])).toEqual([
      ['AHH Local 2A (i)', '2018-19/Q2', 'Ashby', '81.1'],
    ]);
    expect(problems.map(({ severity, row, message }) => [severity, row, message])).toEqual([
      ['warning', 3, '7 rows, of which this is the first, have no value and were passed over.'],
    ]);
  });

  it('has the same bytes each time', async () => {
    expect(Buffer.compare(await updates(), await updates())).toBe(0);
  });
});

const soffice = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

describe.skipIf(soffice === undefined)(
  `templates in LibreOffice${soffice === undefined ? ' (SKIPPED: LibreOffice is not installed)' : ''}`,
  () => {
    it('open, and keep their figures', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'outturn-templates-'));
      try {
        const files = {
          updates: await updates(),
          measures: await measures(),
          targets: await targets(),
          series: await series(),
        };
        for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${name}.xlsx`), bytes);
        execFileSync(
          soffice ?? '',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'csv',
            '--outdir',
            folder,
            ...Object.keys(files).map((name) => join(folder, `${name}.xlsx`)),
          ],
          { stdio: 'ignore', timeout: 110_000 },
        );
        const text = (name: string) => readFileSync(join(folder, `${name}.csv`), 'utf8');
        expect(text('updates')).toContain('94.5%');
        expect(text('updates')).toContain('L&I PM23c');
        expect(text('measures')).toContain('Completed > On track > Minor slippage');
        expect(text('targets').split('\n')[0]).toContain('Code,Title,Unit,Period,Role,Value');
        expect(text('series')).toContain('AHH Local 2A (i),2018-19/Q2');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }, 120_000);
  },
);

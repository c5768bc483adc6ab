import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { RENDERERS } from '../../src/cli/renderers.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import type { Store } from '../../src/store/database.ts';
import { evaluationOf, frozen, reportOf, thawed } from '../../src/workflow/editions/frozen-inputs.ts';
import { readRelease } from '../../src/workflow/editions/read-release.ts';
import { readReport } from '../../src/workflow/queries/read-report.ts';
import { popplerUnavailable } from '../tools/poppler/poppler.ts';
import { onEveryDatabase } from './databases.ts';
import { actingAt } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

// Of 52 in 90 by hand: 57.8%, with eleven councils above it and four below.
const LINE = 'Compared: 12th of 16 in Nearest neighbours; third quartile, 2017-18.';
const of = (asAt: string | null) => ({
  authority: 'borchester',
  period: periodOf('2018-19/Q2'),
  scorecard: null,
  asAt,
});

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(kind, (opened) => {
    store = opened;
  });

  const notesOf = (report: Awaited<ReturnType<typeof readReport>>) =>
    report.measures.find(({ code }) => code === 'SEND 6')?.notes ?? [];

  it('stands under each measure of a scorecard, as far as others were known then', async () => {
    expect(notesOf(await readReport(store, 'scorecard', of(null)))).toContain(LINE);
    expect(notesOf(await readReport(store, 'improvement', of(null))).join()).not.toContain('Compared');
    const before = notesOf(await readReport(store, 'scorecard', of('2018-11-01T00:00:00.000Z')));
    expect(before.join()).not.toContain('Compared');
  });

  it('is frozen with an edition, and one without it prints none', async () => {
    const team = actingAt('2019-01-09T09:00:00.000Z', 'colin.webb', 'performanceTeam');
    const { inputs } = await readRelease(store, team, {
      kind: 'scorecard',
      period: '2018-19/Q3',
      scorecard: null,
      standing: 'draft',
      provisional: [],
    });
    const held = thawed(frozen(inputs));
    expect(notesOf(reportOf(held, evaluationOf(held))).join()).toContain('Compared: 12th of 16');
    const { comparisons: _, ...old } = held;
    expect(notesOf(reportOf(old, evaluationOf(old))).join()).not.toContain('Compared');
  });

  it('says the same in every format', async () => {
    const report = await readReport(store, 'scorecard', of(null));
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    for (const [format, load] of Object.entries(RENDERERS)) {
      if (format === 'pdf' && popplerUnavailable()) continue;
      const { bytes } = await (await load())(report);
      const read =
        format === 'pdf'
          ? execFileSync('pdftotext', ['-raw', '-', '-'], { input: bytes, encoding: 'utf8' })
          : format === 'docx' || format === 'xlsx'
            ? Object.values(unzipSync(bytes)).map(text).join(' ')
            : text(bytes);
      expect([
        format,
        read
          .replace(/<[^>]+>/g, '')
          .replace(/\s+/g, ' ')
          .includes(LINE),
      ]).toEqual([format, true]);
    }
  });
});

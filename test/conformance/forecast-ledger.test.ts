import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoFacts } from '../../src/demo/demo-facts.ts';
import { presetDirection } from '../../src/domain/direction/presets.ts';
import { recordOf } from '../../src/domain/forecast-ledger/record.ts';
import { noPaceInWords, paceInWords, recordInWords } from '../../src/domain/forecast-ledger/words.ts';
import { measureLedger, pastOf } from '../../src/domain/measure-ledger.ts';
import { periodOf } from '../../src/domain/period/parse.ts';
import { presetScheme } from '../../src/domain/status/presets/index.ts';
import type { StatusScheme } from '../../src/domain/status/scheme.ts';
import { factsByMeasure } from '../../src/workflow/queries/evaluate-update.ts';

const facts = demoFacts();
const of = factsByMeasure(facts, '2018-09-30');
const rules = { status: presetScheme('derby') as StatusScheme, direction: presetDirection('derby') };
const ledgerOf = (code: string) =>
  measureLedger(of(code), { period: periodOf('2018-19/Q2'), today: '2019-01-09', schemes: () => rules });

const page = readFileSync('docs/forecast-ledger.md', 'utf8');
const section = (title: string) => page.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const rows = (title: string): [string, string][] =>
  [...section(title).matchAll(/^\| `(.+?)` \| (.+?) \|$/gm)].map(([, code = '', says = '']) => [code, says]);

describe('docs/forecast-ledger.md', () => {
  it.each(rows('The rest of the year'))('%s: %s', (code, says) => {
    const outlook = ledgerOf(code).outlook;
    const pace = outlook?.pace;
    expect(
      pace?.kind === 'pace'
        ? paceInWords(pace, outlook?.measure.snapshot.version.unit as never)
        : noPaceInWords[pace?.why as never],
    ).toBe(says);
  });

  it.each(rows('Past forecasts of the demonstration'))('%s: %s', (code, says) => {
    expect(recordInWords(recordOf(pastOf(ledgerOf(code))))).toBe(says);
  });

  it('has the figures that are worked out by hand there', () => {
    expect(rows('The rest of the year')).toHaveLength(4);
    expect(rows('Past forecasts of the demonstration')).toHaveLength(4);
    expect(ledgerOf('L&C PM28').outlook?.pace).toMatchObject({
      toDate: '366',
      target: '1000',
      remaining: 2,
      required: '317',
      best: { total: '547', from: { code: '2015-16/Q3' } },
      verdict: 'beyondBest',
    });
  });
});

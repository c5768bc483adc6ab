import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authority, measure, target } from '../../test/fixtures/small-authority.ts';
import type { Facts, ScorecardOverride } from '../domain/facts.ts';
import { periodOf } from '../domain/period/parse.ts';
import { derby } from '../domain/status/presets/derby.ts';
import { defineScheme, type StatusScheme } from '../domain/status/scheme.ts';
import type { Store } from '../store/database.ts';
import { openStore } from '../store/open-store.ts';
import { listAuthorities } from '../store/read-authorities.ts';
import { readSnapshot } from './queries/read-evaluation.ts';
import { recordFacts } from './record-facts.ts';

const context = { actor: 'pat.officer', reason: 'a test', recordedAt: '2018-10-15T09:00:00.000Z' };

describe('settings that differ from the scheme’s, when they are recorded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-record-'));
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ dataDirectory: join(folder, 'data') });
  });
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const record = (facts: Partial<Facts>, scheme?: StatusScheme) => {
    const small = authority([measure('A')], facts);
    const named = scheme === undefined ? small.authority : { ...small.authority, statusScheme: scheme.id };
    const delivery = { facts: { ...small, authority: named }, file: null, settings: {} };
    return recordFacts(store, [{ ...delivery, ...(scheme === undefined ? {} : { scheme }) }], context);
  };
  const withOverrides = (...overrides: ScorecardOverride[]): Partial<Facts> => ({
    scorecards: authority([measure('A')]).scorecards.map((card) => ({ ...card, overrides })),
  });

  it('are refused all at once where the scheme does not have them, or nobody said why', async () => {
    const wrong = {
      ...withOverrides(
        { parameter: 'slack', value: '3', reason: 'agreed' },
        { parameter: 'blue', value: '-1', reason: '' },
      ),
      targets: [target('A', '2018-19', '10', {}, 'tolerance')],
    };
    await expect(record(wrong)).rejects.toThrow(
      [
        'Council Scorecard: “slack” is not a setting of the scheme Derby 2018. Use one of: blue, amber.',
        'Council Scorecard: The scorecard setting of “blue” is -1, which is below zero. Give it as zero or more.',
        'Council Scorecard: The scorecard setting of “blue” has no reason. Say who agreed -1, and why.',
        'A, 2018-19: The measure setting of “tolerance” has no reason. Say who agreed 10, and why.',
      ]
        .join('\n')
        .replace('Derby 2018', derby.name),
    );
    expect(await listAuthorities(store)).toEqual([]);
  });

  it('are checked against the scheme that comes with them', async () => {
    const own = defineScheme({
      ...derby,
      id: 'own',
      parameters: [...derby.parameters, { id: 'slack', label: 'Slack', value: '1', unit: 'percent' }],
    });
    const slack = withOverrides({ parameter: 'slack', value: '3.50', reason: 'agreed' });
    await expect(record(slack)).rejects.toThrow('“slack” is not a setting');
    await record(slack, own);
    const { scorecard } = await readSnapshot(store, {
      authority: 'smallford',
      period: periodOf('2018-19/Q2'),
      scorecard: null,
      asAt: null,
    });
    expect(scorecard.overrides).toEqual([{ parameter: 'slack', value: '3.50', reason: 'agreed' }]);
  });

  it('must be numbers', async () => {
    const wrong = withOverrides({ parameter: 'blue', value: 'ten', reason: 'agreed' });
    await expect(record(wrong)).rejects.toThrow(
      'Council Scorecard: The setting “blue” is "ten", which is not a plain decimal. Write it as 7.5.',
    );
  });
});

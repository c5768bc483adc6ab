import { expect, it } from 'vitest';
import { demoNow, presentPeriod } from '../../src/demo/fill-demo-round.ts';
import { CHECKS_SETTING } from '../../src/domain/commentary/checks/settings.ts';
import { emptyContent } from '../../src/domain/round/update.ts';
import type { Store } from '../../src/store/database.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { readText } from '../../src/web/acting.ts';
import { checkRound, checkUpdate } from '../../src/workflow/queries/check-commentary.ts';
import { onEveryDatabase } from './databases.ts';
import { withDemoStore } from './demo-store.ts';

const asking = { authority: 'borchester', now: demoNow, today: '2019-01-09', readText };
const typed = (context: string, actual = '3.9') => ({
  ...emptyContent,
  actual,
  forecast: '3.8',
  texts: { context, actions: '', intervention: '' },
});

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(kind, (opened) => {
    store = opened;
  });
  const found = async (...measures: string[]) => {
    const round = await checkRound(store, asking, presentPeriod, { measures });
    return round?.checked.flatMap(({ code, findings }) =>
      findings.map(({ rule, quote }) => `${code} ${rule}: ${quote}`),
    );
  };

  it('holds what was typed in a round against what was typed and what is recorded', async () => {
    expect(await found('CSC 1.3', 'CSC 1.6')).toEqual([
      'CSC 1.3 changeDiffers: The average wait was 3.9 minutes, a slight improvement on quarter 2',
      'CSC 1.6 figureDiffers: target of 92.0%',
    ]);
  });

  it('knows the statuses and texts of earlier periods', async () => {
    const round = await checkRound(store, asking, presentPeriod, { measures: ['Regen PM21'] });
    const [regen] = round?.checked ?? [];
    expect(regen?.state).toBe('approved');
    expect(regen?.findings.map(({ rule }) => rule)).toEqual(['textUnchanged', 'noFurtherAction']);
    expect(regen?.findings[1]?.says).toContain('for the second quarter running');
  });

  it('reads the whole round, and counts what has no text yet', async () => {
    const round = await checkRound(store, asking, presentPeriod);
    expect(round).toMatchObject({ asOf: '2019-01-09' });
    expect(round?.checked.length).toBeGreaterThan(25);
    expect(round?.withoutText).toBeGreaterThan(5);
    expect(await checkRound(store, asking, '2031-32/Q1')).toBeNull();
  });

  it('an open round is read on the day it is published at the latest, a finished one on the day it was frozen', async () => {
    const late = { ...asking, today: '2026-05-01' };
    expect((await checkRound(store, late, presentPeriod))?.asOf).toBe('2019-02-05');
    const past = await checkRound(store, late, '2018-19/Q2');
    expect(past?.asOf.startsWith('2018-1')).toBe(true);
  });

  it('checks one form as it is typed; a finding keeps its key while words and figures stay', async () => {
    const check = async (content: ReturnType<typeof typed>) => {
      const which = { period: presentPeriod, measure: 'CSC 1.3' };
      return (await checkUpdate(store, asking, which, content))?.findings.filter(
        ({ rule }) => rule === 'changeDiffers',
      );
    };
    const [one] = (await check(typed('The average wait has improved since quarter 2.'))) ?? [];
    expect(one?.figures).toEqual([
      { label: 'Actual', display: '3.9 minutes', exact: '3.9' },
      { label: 'Quarter 2', display: '3.7 minutes', exact: '3.7' },
    ]);
    const [again] = (await check(typed('It was cold. The average wait has improved since quarter 2.'))) ?? [];
    expect(again?.key).toBe(one?.key);
    expect(await check(typed('The average wait has improved since quarter 2.', '3.6'))).toEqual([]);
    expect(await checkUpdate(store, asking, { period: presentPeriod, measure: 'none' }, null)).toBeNull();
  });

  it('goes by what the council has decided', async () => {
    const which = { period: presentPeriod, measure: 'CSC 1.3' };
    const rules = async () =>
      (
        await checkUpdate(
          store,
          asking,
          which,
          typed('The ACD was off for a day, and two customers and two residents complained.'),
        )
      )?.findings.map(({ rule }) => rule);
    expect(await rules()).toEqual(['abbreviation', 'smallCount']);
    const decided = { glossary: { ACD: 'automatic call distributor' }, disclosureThreshold: null };
    await inTransaction(store, (tx) =>
      writeSetting(tx, 'borchester', CHECKS_SETTING, decided, {
        recordedAt: demoNow,
        actor: 'test',
        reason: 'Test',
      }),
    );
    expect(await rules()).toEqual([]);
  });
});

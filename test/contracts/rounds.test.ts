import { describe, expect, it } from 'vitest';
import { presentPeriod } from '../../src/demo/fill-demo-round.ts';
import { emptyContent, type UpdateContent } from '../../src/domain/round/update.ts';
import { readAuditTrail } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/database.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { readUpdateRecords } from '../../src/store/rounds.ts';
import { evaluateUpdate } from '../../src/workflow/queries/evaluate-update.ts';
import { roundOverview } from '../../src/workflow/queries/round-overview.ts';
import { Conflict, Refused } from '../../src/workflow/refused.ts';
import { changeRound } from '../../src/workflow/round/change-round.ts';
import {
  approveUpdate,
  saveUpdate,
  sendBackUpdate,
  submitUpdate,
} from '../../src/workflow/round/enter-update.ts';
import { onEveryDatabase } from './databases.ts';
import { as } from './demo-acting.ts';
import { withDemoStore } from './demo-store.ts';

const owner = as('gareth.pym', 'contributor');
const judith = as('judith.shah', 'approver');
const nadia = as('nadia.hussain', 'performanceTeam', 'administrator');
const texts = {
  context: 'Fewer flats were let.',
  actions: 'We let by the week.',
  intervention: 'None needed.',
};
const typed = (actual: string, more: Partial<UpdateContent> = {}): UpdateContent => ({
  ...emptyContent,
  actual,
  forecast: actual,
  texts,
  ...more,
});

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(kind, (opened) => {
    store = opened;
  });
  const overview = async () => (await roundOverview(store, 'borchester', presentPeriod, '2019-01-09'))!;
  const mine = async () =>
    (await overview()).lines.filter((one) => one.responsibility?.owner === 'gareth.pym');
  const which = (measure: string, version: number | null = null) => ({
    period: presentPeriod,
    measure,
    version,
  });

  describe('a round', () => {
    it('shows who has what', async () => {
      const { lines, round } = await overview();
      expect(round.state).toBe('open');
      expect(lines.length).toBeGreaterThan(40);
      const states = new Set(lines.map((one) => one.standing.state));
      expect([...states].sort()).toEqual(['approved', 'awaited', 'draft', 'sentBack', 'submitted']);
      for (const line of lines)
        if (line.standing.state === 'submitted') expect(line.waitsFor?.roles).toContain('approver');
    });

    it('goes from typing to a fact, and the trail says how', async () => {
      const [line] = await mine();
      const measure = line!.code;
      const saved = await saveUpdate(store, owner, which(measure, 0), typed('3'));
      const submitted = await submitUpdate(store, owner, which(measure, saved), typed('4'));
      await expect(approveUpdate(store, owner, which(measure), { note: '', batch: false })).rejects.toThrow(
        Refused,
      );
      const before = await readFacts(store, {
        authority: 'borchester',
        periods: [presentPeriod],
        measures: [measure],
      });
      expect(before.observations).toEqual([]);
      await approveUpdate(store, judith, which(measure, submitted), { note: 'Thank you', batch: false });
      const facts = await readFacts(store, {
        authority: 'borchester',
        periods: [presentPeriod],
        measures: [measure],
      });
      const actual = facts.observations.find(({ role }) => role === 'actual');
      expect(actual?.figure.typed).toBe('4');
      expect(actual?.source).toBe('gareth.pym');
      expect(facts.commentaries.map(({ part }) => part).sort()).toEqual([
        'actions',
        'context',
        'intervention',
      ]);
      const trail = await readAuditTrail(store, {
        authority: 'borchester',
        object: { kind: 'update', id: `${presentPeriod} ${measure}` },
      });
      expect(trail.map(({ action }) => action)).toEqual(['update.save', 'update.submit', 'update.approve']);
      await expect(saveUpdate(store, owner, which(measure), typed('9'))).rejects.toThrow(/has been approved/);
    });

    it('tells the second of two editors, and shows what the first saved', async () => {
      const [, line] = await mine();
      const measure = line!.code;
      await saveUpdate(store, owner, which(measure, 0), typed('1'));
      const late = saveUpdate(store, nadia, which(measure, 0), typed('2'));
      await expect(late).rejects.toThrow(Conflict);
      const theirs = await late.catch((error: Conflict<{ content: UpdateContent }>) => error.theirs);
      expect((theirs as { content: UpdateContent }).content.actual).toBe('1');
    });

    it('keeps whatever is typed as a draft, and names all that is wrong when it is submitted', async () => {
      const [, line] = await mine();
      const measure = line!.code;
      const wrong = typed('1.000,0', {
        numerator: '3',
        texts: { context: '', actions: '', intervention: '' },
      });
      await saveUpdate(store, owner, which(measure), wrong);
      const refused = await submitUpdate(store, owner, which(measure), wrong).catch(
        (error: Refused) => error,
      );
      expect((refused as Refused).problems.map(({ field }) => field)).toEqual(
        expect.arrayContaining(['actual']),
      );
      const records = await readUpdateRecords(store, 'borchester', presentPeriod, measure);
      expect(records.at(-1)?.content).toEqual(wrong);
    });

    it('refuses somebody else’s measure', async () => {
      const other = (await overview()).lines.find((one) => one.version.directorate !== 'place')!;
      await expect(saveUpdate(store, owner, which(other.code), typed('1'))).rejects.toThrow(/permission/);
      const own = (await mine())[1]!;
      await submitUpdate(store, owner, which(own.code), typed('5'));
      await expect(
        approveUpdate(store, as('miriam.oduya', 'approver'), which(own.code), { note: '', batch: false }),
      ).rejects.toThrow(Refused);
      await sendBackUpdate(store, judith, which(own.code), {
        note: 'Five of what?',
        about: { part: 'context', words: 'Fewer flats' },
      });
      const line = (await overview()).lines.find((one) => one.code === own.code)!;
      expect(line.standing.question?.about?.words).toBe('Fewer flats');
    });

    it('is approved once however often it is asked', async () => {
      const line = (await overview()).lines.find((one) => one.standing.state === 'submitted')!;
      const approver = as(line.responsibility!.approvers.headOfService!, 'approver');
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, () =>
          approveUpdate(store, approver, which(line.code, line.standing.version), { note: '', batch: false }),
        ),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('judges what is typed without keeping it', async () => {
      const { lines } = await overview();
      const judge = async (measure: string, actual: string) =>
        (await evaluateUpdate(store, owner, presentPeriod, measure, typed(actual)))?.measure.status.outcome;
      const outcomes = new Set<string>();
      for (const { code } of lines
        .filter((one) => one.version.unit.kind === 'percentage' && one.version.kind === 'targeted')
        .slice(0, 8)) {
        for (const actual of ['1', '99']) outcomes.add((await judge(code, actual))?.label ?? 'none');
      }
      expect([...outcomes]).toEqual(expect.arrayContaining(['Red', 'Blue']));
      const facts = await readFacts(store, { authority: 'borchester', periods: [presentPeriod] });
      expect(facts.observations.every(({ source }) => source !== 'typed')).toBe(true);
    });

    it('freezes like a wall: what is saved at that moment is before it or refused', async () => {
      const line = (await overview()).lines.find(
        (one) => one.standing.state === 'awaited' && one.responsibility?.owner,
      )!;
      const late = as(line.responsibility!.owner!, 'contributor');
      const round = (verb: 'close' | 'freeze') =>
        changeRound(store, nadia, { period: presentPeriod, verb, version: null, reason: null, detail: {} });
      await round('close');
      const team = as('colin.webb', 'performanceTeam');
      const saves = Array.from({ length: 10 }, (_, index) =>
        saveUpdate(store, team, which(line.code), typed(String(index))).catch((error: Error) => error),
      );
      const [frozen, ...rest] = await Promise.all([round('freeze'), ...saves]);
      expect(frozen).toBeGreaterThan(2);
      const records = await readUpdateRecords(store, 'borchester', presentPeriod, line.code);
      expect(records).toHaveLength(rest.filter((one) => typeof one === 'number').length);
      await expect(saveUpdate(store, late, which(line.code), typed('7'))).rejects.toThrow(/frozen/);
      await expect(round('freeze')).resolves.toBeGreaterThan(0);
    });

    it('lets a frozen measure in again for a reason alone', async () => {
      const line = (await overview()).lines.find((one) => one.standing.state === 'approved')!;
      const reopen = (reason: string) =>
        changeRound(store, nadia, {
          period: presentPeriod,
          verb: 'reopenMeasure',
          version: null,
          reason,
          detail: { of: [line.code] },
        });
      await expect(reopen(' ')).rejects.toThrow(Refused);
      await reopen('A month was counted twice');
      const again = (await overview()).lines.find((one) => one.code === line.code)!;
      expect(again.standing.state).toBe('draft');
      expect(again.standing.reopened?.reason).toBe('A month was counted twice');
    });
  });
});

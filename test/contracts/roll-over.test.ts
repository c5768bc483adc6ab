import { expect, it } from 'vitest';
import { emptyContent } from '../../src/domain/round/update.ts';
import type { Store } from '../../src/store/database.ts';
import { readFacts } from '../../src/store/read-facts.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeFacts } from '../../src/store/write-facts.ts';
import { readText } from '../../src/web/acting.ts';
import { nextYear } from '../../src/workflow/queries/next-year.ts';
import { Refused } from '../../src/workflow/refused.ts';
import type { Acting } from '../../src/workflow/round/acting.ts';
import { changeRound } from '../../src/workflow/round/change-round.ts';
import { approveUpdate, submitUpdate } from '../../src/workflow/round/enter-update.ts';
import { rollOver } from '../../src/workflow/round/roll-over.ts';
import { onEveryDatabase } from './databases.ts';
import { withDemoStore } from './demo-store.ts';

const period = '2018-19/Q4';
const at = (person: string, actors: Acting['actors'], directorate: string | null = null): Acting => ({
  authority: 'borchester',
  person: { id: person, directorate },
  actors,
  now: '2019-04-10T10:00:00.000Z',
  today: '2019-04-10',
  readText,
});
const nadia = at('nadia.hussain', ['performanceTeam', 'administrator']);
const owner = at('gareth.pym', ['contributor'], 'place');
const judith = at('judith.shah', ['approver'], 'place');
const plan = {
  updatesDue: '2019-04-15',
  approvalsDue: { headOfService: '2019-04-19' },
  freezeOn: null,
  leadershipTeamOn: null,
  clearanceBy: null,
  democraticServicesBy: null,
  agendaOn: null,
  cabinetOn: null,
  scrutinyOn: null,
  publishOn: null,
};

onEveryDatabase((kind) => {
  let store: Store;
  withDemoStore(kind, async (opened) => {
    store = opened;
    const measures = ['WST-1', 'WST-2', 'LEI 3'];
    const change = (verb: 'open' | 'close' | 'freeze', detail = {}) =>
      changeRound(store, nadia, { period, verb, version: null, reason: null, detail });
    await change('open', { plan, measures });
    const which = { period, measure: 'WST-2', version: null };
    const texts = { context: 'Ice.', actions: 'Done.', intervention: 'None.' };
    await submitUpdate(store, owner, which, { ...emptyContent, actual: '44.9', forecast: '44.7', texts });
    await approveUpdate(store, judith, which, { note: '', batch: false });
    await change('close');
    await change('freeze');
  });

  it('the round of the year end gives the outturn in place of a forecast', async () => {
    const { observations } = await readFacts(store, { authority: 'borchester', measures: ['WST-2'] });
    const outturn = observations.findLast(({ role }) => role === 'outturn');
    expect(outturn).toMatchObject({ period: '2018-19', figure: { typed: '44.7' }, source: 'gareth.pym' });
  });

  it('refuses what cannot be read, and then nothing has been rolled over', async () => {
    const targets = new Map([
      ['WST-1', '1,600'],
      ['WST-2', '45.0%%'],
    ]);
    const tried = rollOver(store, nadia, { period, version: null, targets });
    await expect(tried).rejects.toMatchObject({ problems: [{ field: 'WST-2' }] });
    const { lines } = await nextYear(store, 'borchester', { period, measures: ['WST-1'] });
    expect(lines[0]?.nextTarget).toBeNull();
  });

  it('sets the targets of the next year once, and promises the quarters where the year is the same', async () => {
    await inTransaction(store, async (tx) => {
      const { authority, targets } = await readFacts(store, { authority: 'borchester', measures: ['LEI 3'] });
      const set = { ...targets.at(-1)!, period: '2019-20', reason: 'Agreed by Cabinet' };
      const settings = { recordedAt: nadia.now, actor: 'nadia.hussain', reason: 'Agreed' };
      await writeFacts(tx, { authority, targets: [set] }, settings);
    });
    const before = await nextYear(store, 'borchester', { period, measures: ['WST-1', 'WST-2'] });
    expect(before.next).toBe('2019-20');
    const same = before.lines[1]?.target?.typed ?? '';
    const targets = new Map([
      ['WST-1', '1,600'],
      ['WST-2', same],
      ['LEI 3', '1'],
    ]);
    expect(await rollOver(store, nadia, { period, version: null, targets })).toBe(2);
    const facts = await readFacts(store, { authority: 'borchester' });
    const promised = facts.targets.filter(({ period: of }) => of.startsWith('2019-20'));
    const of = (measure: string) =>
      promised.filter((one) => one.measure === measure).map((one) => one.period);
    expect(of('WST-1')).toEqual(['2019-20']);
    expect(of('WST-2')).toContain('2019-20/Q2');
    // What somebody had set already stands.
    const own = promised.filter((one) => one.measure === 'LEI 3').map((one) => one.reason);
    expect(own).toEqual(['Agreed by Cabinet']);
    expect(promised.find((one) => one.measure === 'WST-1')?.reason).toBe('Rolled over from 2018-19');
    await expect(rollOver(store, nadia, { period, version: null, targets })).rejects.toThrow(/already/);
  });

  it('is for the round that ends the year, and for the performance team', async () => {
    const targets = new Map<string, string>();
    const third = rollOver(store, nadia, { period: '2018-19/Q3', version: null, targets });
    await expect(third).rejects.toThrow(/ends the year/);
    await expect(rollOver(store, judith, { period, version: null, targets })).rejects.toThrow(Refused);
  });
});

import { describe, expect, it } from 'vitest';
import { authority, measure, observation, target } from '../../../../test/fixtures/small-authority.ts';
import { presetDirection } from '../../../domain/direction/presets.ts';
import { evaluate } from '../../../domain/evaluate.ts';
import { parseFigure } from '../../../domain/number/parse.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { emptyProposal, type Proposal } from '../../../domain/proposal/proposal.ts';
import { snapshotOf } from '../../../domain/snapshot.ts';
import { derby } from '../../../domain/status/presets/derby.ts';
import { renderCsvExact } from '../../render/csv/render-csv.ts';
import { renderJson } from '../../render/json/render-json.ts';
import { standardWording } from '../wording.ts';
import { amendmentSchedule } from './schedule.ts';
import type { ScheduledChange } from './scheduled-change.ts';

const facts = authority([measure('A'), measure('B')], {
  targets: [target('A', '2018-19', '8.4')],
  observations: [observation('A', '2018-19/Q2', 'actual', '9')],
});
const evaluation = evaluate(
  snapshotOf(facts, { period: periodOf('2018-19/Q2'), scorecard: null, asAt: null }),
  derby,
  presetDirection('derby'),
);
const figure = (text: string) => {
  const read = parseFigure(text, null);
  if ('problem' in read) throw new Error(read.problem);
  return read.figure;
};
const outcome = (id: string) => derby.outcomes.find((one) => one.id === id)!;
const proposal = (more: Partial<Proposal>): Proposal => ({
  ...emptyProposal,
  number: 1,
  measures: ['A'],
  from: '2018-19/Q3',
  reason: 'Two sites opened later',
  decider: { kind: 'forum', name: 'Cabinet', meets: '2018-11-14' },
  state: 'approved',
  version: 2,
  writtenBy: 'tom',
  proposedBy: 'tom',
  proposedAt: '2018-10-20T09:00:00.000Z',
  evidence: [],
  decision: {
    by: 'Cabinet',
    on: '2018-11-14',
    reference: 'CAB/18/112',
    recordedBy: 'nadia',
    recordedAt: '2018-11-15T09:00:00.000Z',
    note: null,
  },
  withdrawn: null,
  ...more,
});
const change = (more: Partial<ScheduledChange> & { proposal: Proposal }): ScheduledChange => ({
  measures: [measure('A')],
  directorate: { code: 'place', name: 'Place' },
  version: measure('A'),
  targets: [{ period: periodOf('2018-19'), role: 'target', was: figure('8.4'), proposed: figure('11.50') }],
  effect: { now: [outcome('red'), outcome('green')], forecast: [outcome('red'), outcome('red')] },
  ...more,
});
const amended = change({ proposal: proposal({}) });
const retired = change({
  proposal: proposal({ number: 2, kind: 'retire', state: 'proposed', decision: null, measures: ['B'] }),
  measures: [measure('B')],
  version: null,
  targets: [],
  effect: null,
});
const scheduled = (changes: readonly ScheduledChange[]) =>
  amendmentSchedule(evaluation, standardWording, changes);

const words = (changes: readonly ScheduledChange[]) =>
  scheduled(changes).blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block.text];
    if (block.type !== 'table') return [];
    return block.table.rows.flatMap(({ cells }) =>
      cells.map((cell) =>
        cell.type === 'text'
          ? cell.text
          : cell.type === 'figure'
            ? cell.figure.display
            : cell.type === 'measure'
              ? cell.code
              : cell.type,
      ),
    );
  });

describe('a schedule of amendments', () => {
  it('says how much was asked for and what became of it', () => {
    expect(scheduled([amended, retired]).summary.sentence).toBe(
      '2 changes of targets and measures were put forward in 2018-19 by 31 December 2018: 1 was approved and 1 waits for a decision.',
    );
    expect(scheduled([]).summary.sentence).toBe(
      'No change of a target or a measure was put forward in 2018-19 by 31 December 2018.',
    );
    expect(scheduled([]).blocks).toHaveLength(1);
  });

  it('has the old target beside the new one, why, the decision, and what it does to the statuses', () => {
    expect(words([amended])).toEqual(
      expect.arrayContaining([
        'A',
        'Year end, 2018-19. Amend a target, from Quarter 3, 2018-19.',
        '8.4',
        '11.5',
        'Two sites opened later',
        'Approved: Cabinet, 14 November 2018, CAB/18/112',
        'Now: Red without it, Green with it. Year-end forecast: Red, with it too.',
      ]),
    );
    expect(words([retired])).toEqual(
      expect.arrayContaining([
        'Retire a measure, from Quarter 3, 2018-19. It is no longer reported.',
        'Not changed',
        'Waits for a decision: Cabinet, 14 November 2018',
        'Nothing to judge.',
      ]),
    );
  });

  it('gives data formats the exact figures', async () => {
    const csv = new TextDecoder().decode((await renderCsvExact(scheduled([amended]))).bytes);
    const [headings = '', row = ''] = csv.split(/\r?\n/);
    expect(headings).toContain('old_target,new_target');
    expect(row).toMatch(/^1,Amend a target,Place,A,.*,8\.4,11\.5,/);
    const document = JSON.parse(new TextDecoder().decode((await renderJson(scheduled([amended]))).bytes));
    expect(document).toMatchObject({
      kind: 'amendment-schedule',
      listing: {
        rows: [{ old_target: '8.4', new_target: '11.5', status_without: 'Red', status_with: 'Green' }],
      },
    });
  });
});

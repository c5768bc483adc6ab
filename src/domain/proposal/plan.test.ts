import { describe, expect, it } from 'vitest';
import { measure, target } from '../../../test/fixtures/small-authority.ts';
import type { Scorecard } from '../facts.ts';
import { contentProblems } from './content-problems.ts';
import { type HeldForProposal, plannedFacts } from './plan.ts';
import { emptyProposal, type ProposalContent } from './proposal.ts';

const cabinet = { by: 'Cabinet', on: '2018-11-14', reference: 'CAB/18/112' };
const card = (measures: string[], validFrom = '2016-04-01'): Scorecard => ({
  code: 'council',
  name: 'Council Scorecard',
  validFrom,
  measures,
  exceptionsOnly: false,
  overrides: [],
});
const held: HeldForProposal = {
  versions: [measure('A'), measure('B', { aliases: ['NI 1'] }), measure('R', { polarity: 'within' })],
  targets: [
    target('A', '2018-19/Q2', '8.4'),
    target('A', '2018-19/Q3', '8.4'),
    target('A', '2018-19', '8.4'),
  ],
  scorecards: [card(['A', 'B', 'R'])],
  finished: ['2018-19/Q1', '2018-19/Q2'],
};
const proposal = (more: Partial<ProposalContent>): ProposalContent => ({
  ...emptyProposal,
  measures: ['A'],
  from: '2018-19/Q3',
  reason: 'Two placements ended at short notice',
  decider: { kind: 'forum', name: 'Cabinet', meets: '2018-11-14' },
  ...more,
});
const amend = proposal({ values: { '2018-19/Q3 target': '11.5', '2018-19 target': '11.50' } });
const merge = { kind: 'combine' as const, measures: ['A', 'B'] };

describe('what an approval records', () => {
  it('of an amendment: versions beside those held, from the quarter on, with the decision', () => {
    const { targets, measures, scorecards } = plannedFacts(amend, held, cabinet);
    expect([measures, scorecards]).toEqual([[], []]);
    expect(targets.map(({ period, figure, version }) => [period, figure.typed, version])).toEqual([
      ['2018-19/Q3', '11.5', 2],
      ['2018-19', '11.50', 2],
    ]);
    for (const one of targets) {
      expect(one).toMatchObject({
        effectiveFrom: '2018-10-01',
        decision: 'CAB/18/112',
        approvedBy: 'Cabinet',
        approvedOn: '2018-11-14',
      });
    }
  });

  it('nothing of a period before, and nothing that says the same', () => {
    const values = { '2018-19/Q2 target': '9', '2018-19/Q3 target': '8.40', '2018-19 target': '10' };
    const { targets } = plannedFacts(proposal({ values }), held, cabinet);
    expect(targets.map(({ period }) => period)).toEqual(['2018-19']);
  });

  it('of a measure retired: it ends with the quarter before', () => {
    const { measures, targets } = plannedFacts(proposal({ kind: 'retire' }), held, cabinet);
    expect(targets).toEqual([]);
    expect(measures).toMatchObject([
      {
        code: 'A',
        validFrom: '2018-10-01',
        retiredAfter: '2018-09-30',
        note: 'Retired from Quarter 3, 2018-19',
      },
    ]);
  });

  it('of measures combined under a new code: both end, one begins in their place, with its targets', () => {
    const content = proposal({
      ...merge,
      results: [{ code: 'C', title: 'Both' }],
      values: { '2018-19 target': '20' },
    });
    const { measures, targets, scorecards } = plannedFacts(content, held, cabinet);
    expect(measures.map(({ code, retiredAfter, note }) => [code, retiredAfter, note])).toEqual([
      ['A', '2018-09-30', 'Combined into C from Quarter 3, 2018-19'],
      ['B', '2018-09-30', 'Combined into C from Quarter 3, 2018-19'],
      ['C', null, 'Combines A and B from Quarter 3, 2018-19'],
    ]);
    expect(measures[2]?.definition.change).toMatchObject({
      kind: 'combined',
      from: ['A', 'B'],
      comparable: 'no',
    });
    expect(targets).toMatchObject([{ measure: 'C', period: '2018-19', version: 1 }]);
    expect(targets[0]?.effectiveFrom).toBeUndefined();
    expect(scorecards).toMatchObject([{ validFrom: '2018-10-01', measures: ['A', 'C', 'B', 'R'] }]);
  });

  it('of measures combined under the code of one: it goes on with a break, the other ends', () => {
    const content = proposal({
      ...merge,
      results: [{ code: 'A', title: 'Both' }],
      values: { '2018-19 target': '20' },
    });
    const { measures, targets, scorecards } = plannedFacts(content, held, cabinet);
    expect(measures.map(({ code, retiredAfter }) => [code, retiredAfter])).toEqual([
      ['B', '2018-09-30'],
      ['A', null],
    ]);
    expect(targets).toMatchObject([{ measure: 'A', version: 2, effectiveFrom: '2018-10-01' }]);
    expect(scorecards).toEqual([]);
  });

  it('of a measure split: it ends, its parts stand in its place on every later scorecard too', () => {
    const content = proposal({
      kind: 'split',
      results: [
        { code: 'A1', title: 'One half' },
        { code: 'A2', title: 'The other' },
      ],
    });
    const later = card(['R', 'A'], '2019-04-01');
    const { measures, scorecards } = plannedFacts(
      content,
      { ...held, scorecards: [...held.scorecards, later] },
      cabinet,
    );
    expect(measures.map(({ code }) => code)).toEqual(['A', 'A1', 'A2']);
    expect(scorecards.map((one) => [one.validFrom, one.measures])).toEqual([
      ['2018-10-01', ['A', 'A1', 'A2', 'B', 'R']],
      ['2019-04-01', ['R', 'A', 'A1', 'A2']],
    ]);
  });

  it('of another definition: a version from the quarter on, and no break is handed down', () => {
    const broken = measure('A', { definition: { breaksSeries: true, source: 'Case system' } });
    const content = proposal({ kind: 'define', meaning: 'Without repeat calls', comparable: 'withCare' });
    const { measures } = plannedFacts(content, { ...held, versions: [broken] }, cabinet);
    expect(measures).toMatchObject([
      {
        validFrom: '2018-10-01',
        definition: {
          meaning: 'Without repeat calls',
          source: 'Case system',
          change: {
            kind: 'defined',
            comparable: 'withCare',
            decided: 'Cabinet, 14 November 2018, CAB/18/112',
          },
        },
      },
    ]);
    expect(measures[0]?.definition.breaksSeries).toBeUndefined();
  });
});

describe('what is wrong with a proposal', () => {
  it.each<[string, Partial<ProposalContent>, string[]]>([
    ['nothing', {}, []],
    ['a frozen quarter', { from: '2018-19/Q2' }, ['from']],
    ['a month', { from: '2018-19/M10' }, ['from']],
    [
      'no reason, and nobody to decide',
      { reason: ' ', decider: { kind: 'person', name: '', meets: null } },
      ['reason', 'decider'],
    ],
    ['no measure', { measures: [] }, ['measures']],
    ['a measure that is not there', { measures: ['Z'] }, ['measures']],
    ['a target of words', { values: { '2018-19 target': 'better' } }, ['target-2018-19']],
    ['the target that is in force', { values: { '2018-19 target': '8.40' } }, ['target-2018-19']],
    ['one measure combined', { kind: 'combine', results: [{ code: 'C', title: 'C' }] }, ['measures']],
    ['combined under an alias', { ...merge, results: [{ code: 'ni 1', title: 'C' }] }, ['result-1-code']],
    [
      'combined into one not among them',
      { ...merge, results: [{ code: 'R', title: 'C' }] },
      ['result-1-code'],
    ],
    ['split into one', { kind: 'split', results: [{ code: 'A1', title: 'One' }] }, ['result-1-code']],
    [
      'a new measure that is there',
      { kind: 'new', results: [{ code: 'a', title: '' }] },
      ['result-1-code', 'result-1-title'],
    ],
    ['a definition without words', { kind: 'define' }, ['meaning']],
  ])('%s', (_, more, fields) => {
    const content = { ...amend, ...more };
    expect(contentProblems(content, held).map(({ field }) => field)).toEqual(fields);
  });
});

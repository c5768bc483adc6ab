import { describe, expect, it } from 'vitest';
import {
  type CorrectionContent,
  type CorrectionRecord,
  type CorrectionVerb,
  correctionRefusal,
  proposedCorrectionOf,
} from './proposed-correction.ts';

const content: CorrectionContent = {
  measure: 'IG/20',
  period: '2018-19/Q2',
  role: 'actual',
  figure: '91.2',
  numerator: '',
  denominator: '',
  kind: 'sourceError',
  reason: 'Two were counted twice',
  was: '88.7%',
  is: '91.2%',
  effect: 'Amber becomes Green.',
  evidence: { id: 'e', title: 'Register', url: 'https://borchester.example/register', file: null },
};
const record = (
  verb: CorrectionVerb,
  sequence: number,
  more: Partial<CorrectionRecord> = {},
): CorrectionRecord => ({
  correction: 3,
  sequence,
  verb,
  person: verb === 'propose' || verb === 'withdraw' ? 'tom' : 'colin',
  actingAs: 'contributor',
  at: `2018-12-0${sequence}T09:00:00.000Z`,
  reason: null,
  content: verb === 'propose' ? content : null,
  detail: {},
  ...more,
});

describe('a proposed correction', () => {
  it.each([
    ['is nothing without records', [], undefined],
    ['waits once it is proposed', ['propose'], 'proposed'],
    ['is accepted', ['propose', 'accept'], 'accepted'],
    ['is refused', ['propose', 'refuse'], 'refused'],
    ['is withdrawn', ['propose', 'withdraw'], 'withdrawn'],
  ] as const)('%s', (_, verbs, state) => {
    const records = verbs.map((verb, index) => record(verb, index + 1));
    expect(proposedCorrectionOf(records)?.state).toBe(state);
  });

  it('keeps who answered, when, why and with which figure', () => {
    const detail = { restatement: 'r', figure: '91.0%' };
    const one = proposedCorrectionOf([
      record('propose', 1),
      record('accept', 2, { reason: 'Rounded as the definition says', detail }),
    ]);
    expect(one).toMatchObject({
      number: 3,
      proposedBy: 'tom',
      version: 2,
      ended: { by: 'colin', reason: 'Rounded as the definition says', restatement: 'r', figure: '91.0%' },
    });
  });

  it.each([
    ['proposed', 'accept', 'colin', null],
    ['proposed', 'refuse', 'colin', null],
    ['proposed', 'accept', 'tom', 'You proposed this yourself, so somebody else must decide it.'],
    ['proposed', 'withdraw', 'tom', null],
    ['proposed', 'withdraw', 'colin', 'Only the person who proposed it can withdraw it.'],
    [
      'refused',
      'accept',
      'colin',
      'This correction was refused already. If the figure is still wrong, propose another.',
    ],
    [
      'accepted',
      'withdraw',
      'tom',
      'This correction was accepted already. If the figure is still wrong, propose another.',
    ],
  ] as const)('%s: %s by %s: %s', (state, verb, person, refusal) => {
    expect(correctionRefusal({ state, proposedBy: 'tom' }, verb, person)).toBe(refusal);
  });
});

import { describe, expect, it } from 'vitest';
import { type Edition, editionName, succession } from './edition.ts';

const edition = (more: Partial<Edition>): Edition => ({
  id: `${more.standing ?? 'published'}-${more.number}`,
  report: 'scorecard',
  scorecard: 'council',
  period: '2018-19/Q2',
  number: 1,
  standing: 'published',
  releaseAt: null,
  corrects: null,
  note: null,
  title: 'Council Scorecard',
  madeAt: `2018-11-0${more.number ?? 1}T09:00:00.000Z`,
  madeBy: 'colin.webb',
  chainHead: null,
  readers: [],
  withdrawn: null,
  releasedAt: null,
  ...more,
});

const draft = (number: number) => edition({ standing: 'draft', number });
const published = (number: number) => edition({ number });
const embargoed = (number: number, releaseAt: string, withdrawnAt?: string) =>
  edition({
    standing: 'embargoed',
    number,
    releaseAt,
    withdrawn: withdrawnAt === undefined ? null : { at: withdrawnAt, by: 'colin.webb', reason: 'Wrong' },
  });

const [past, now, future] = [
  '2018-11-05T09:00:00.000Z',
  '2018-11-10T09:00:00.000Z',
  '2018-11-20T09:00:00.000Z',
];

describe('an edition that follows others', () => {
  it.each([
    ['is the first', [], 'published', [1, null]],
    ['is the first under embargo', [], 'embargoed', [1, null]],
    ['is counted apart from drafts', [draft(1), draft(2)], 'published', [1, null]],
    ['drafts among themselves', [published(1), draft(1)], 'draft', [2, 'draft-1']],
    ['corrects what is published', [published(1)], 'published', [2, 'published-1']],
    ['corrects it under embargo too', [published(1)], 'embargoed', [2, 'published-1']],
    ['corrects what was released', [embargoed(1, past)], 'published', [2, 'embargoed-1']],
    ['tells nobody of what is under embargo', [embargoed(1, future)], 'published', [2, null]],
    ['corrects the one before that', [published(1), embargoed(2, future)], 'published', [3, 'published-1']],
    ['among its readers corrects it', [published(1), embargoed(2, future)], 'embargoed', [3, 'embargoed-2']],
    ['forgets what never came out', [embargoed(1, future, past)], 'embargoed', [2, null]],
    ['corrects what came out and was withdrawn', [embargoed(1, past, now)], 'published', [2, 'embargoed-1']],
  ] as const)('%s', (_, same, standing, [number, follows]) => {
    const found = succession(standing, same, now!);
    expect([found.number, found.follows?.id ?? null]).toEqual([number, follows]);
  });

  it('is called the same before and after its embargo has ended', () => {
    expect([draft(3), embargoed(2, future), published(4)].map(editionName)).toEqual([
      'Draft 3',
      'Edition 2',
      'Edition 4',
    ]);
  });
});

import { periodOf } from '../domain/period/parse.ts';
import { readSamples } from '../store/assurance.ts';
import type { Store } from '../store/database.ts';
import { takeSample } from '../workflow/assurance/draw-sample.ts';
import { recordResult, type TypedResult } from '../workflow/assurance/record-result.ts';
import type { Acting, ReadText } from '../workflow/round/acting.ts';
import { authority } from './authority.ts';
import { demoPeople } from './people/people.ts';

const DRAWN_AT = '2018-12-03T10:05:00.000Z';
const auditor = 'petra.hollis';

/** What the first tests of the sample showed, in the order in which it was drawn; the others are still to be done. */
const results: readonly Omit<TypedResult, 'sample' | 'measure'>[] = [
  { result: 'agreed', found: null, note: 'Worked out again from the extract of 4 October; the same.' },
  {
    result: 'noEvidence',
    found: null,
    note: 'The list behind the figure was not kept. The service will keep an extract from the next quarter on.',
  },
];

/** Internal audit's sample of the second quarter, by the use cases that anybody uses. A second time nothing is changed. */
export async function fillAuditSample(store: Store, readText: ReadText): Promise<void> {
  if ((await readSamples(store, authority.code)).length > 0) return;
  const person = demoPeople.find(({ id }) => id === auditor);
  if (person === undefined) throw new RangeError(`nobody at Borchester is called ${auditor}`);
  const acting: Acting = {
    authority: authority.code,
    person: { id: auditor, directorate: person.directorate },
    actors: person.roles,
    now: DRAWN_AT,
    today: DRAWN_AT.slice(0, 10),
    readText,
  };
  const sample = await takeSample(store, acting, {
    period: periodOf('2018-19/Q2'),
    scorecard: 'council',
    chosen: [],
    size: '6',
    seed: 'Audit plan 2018-19, performance figures, December',
    reason: 'Part of the audit plan for 2018-19',
  });
  const drawn = (await readSamples(store, authority.code)).find(({ id }) => id === sample)?.measures ?? [];
  for (const [index, result] of results.entries()) {
    const measure = drawn[index];
    if (measure !== undefined) await recordResult(store, acting, { sample, measure, ...result });
  }
}

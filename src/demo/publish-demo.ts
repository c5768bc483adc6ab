import type { Store } from '../store/database.ts';
import { readEditions } from '../store/editions.ts';
import { makeEdition, newEditionId, type Renderers } from '../workflow/editions/make-edition.ts';
import { type ReleaseQuestion, readRelease } from '../workflow/editions/read-release.ts';
import type { Acting, ReadText } from '../workflow/round/acting.ts';
import { authority } from './authority.ts';
import { performanceManager } from './people/people.ts';
import { pastPeriod } from './people/round-of-the-past.ts';

/** The day on which last quarter's reports went out with the agenda of Cabinet. */
const publishedAt = '2018-11-06T09:30:00.000Z';

/** What the performance manager said of each warning. */
const reasons: Readonly<Record<string, string>> = {
  forecastMissing: 'The service gives no forecast for these before quarter 3.',
  textUnchanged: 'Checked with the service: the text still holds.',
  provisional: 'The figures come from national returns that were late.',
  wordsAgainstFigures: 'Agreed with the service: the number says nothing of any one person.',
  personalDetails: 'Checked: nothing here may not be published.',
  commitmentsOverdue: 'The forums have been told, and ask for them again.',
};

/**
 * Publishes last quarter's Improvement Report and Council Scorecard as edition 1, by the same use case as any other.
 * A second time nothing is changed.
 */
export async function publishDemo(store: Store, renderers: Renderers, readText: ReadText): Promise<void> {
  if ((await readEditions(store, authority.code)).length > 0) return;
  const acting: Acting = {
    authority: authority.code,
    person: { id: performanceManager.id, directorate: null },
    actors: ['performanceTeam'],
    now: publishedAt,
    today: publishedAt.slice(0, 10),
    readText,
  };
  for (const kind of ['improvement', 'scorecard'] as const) {
    const question: ReleaseQuestion = {
      kind,
      period: pastPeriod,
      scorecard: null,
      standing: 'published',
      provisional: [],
    };
    // Late figures of national returns: not approved when the round was frozen, and said to be so.
    const { waiting } = await readRelease(store, acting, question);
    const provisional = waiting.map(({ code }) => code);
    await makeEdition(
      store,
      acting,
      {
        ...question,
        provisional,
        id: newEditionId(),
        releaseAt: null,
        readers: [],
        corrects: null,
        note: null,
        acknowledged: reasons,
        tell: false,
      },
      renderers,
    );
  }
}

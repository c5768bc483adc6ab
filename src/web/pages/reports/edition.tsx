import { can, type Subject } from '../../../domain/permission/can.ts';
import { isPublic, wasPublic } from '../../../domain/round/edition.ts';
import { nameEditionReaders } from '../../../workflow/editions/name-readers.ts';
import { withdrawEdition } from '../../../workflow/editions/withdraw.ts';
import { readEdition, viewEdition } from '../../../workflow/queries/editions.ts';
import { listPeople } from '../../../workflow/queries/people.ts';
import { actingFor } from '../../acting.ts';
import { periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkboxes } from '../../components/choices/choices.tsx';
import { Details } from '../../components/details/details.tsx';
import { type FieldProblem, Problems, problemsOf } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import { EditionArticle } from '../../public-site/edition-article.tsx';
import { serverLinks } from '../../public-site/links.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { fileAnswer, measureAnswer } from '../published/published.tsx';
import { traceLinks } from '../trace/trace-links.ts';
import { Withdraw, WithdrawnMark } from './withdraw.tsx';

/**
 * Who may read an edition before everybody may: its named readers, the performance team and internal audit; once it is
 * withdrawn, the last two alone. To all others it is not there.
 */
export async function editionSubject({
  store,
  authority,
  params,
  person,
  actors,
}: Asked): Promise<Subject | null> {
  const edition = await readEdition(store, authority.code, params.edition ?? '');
  if (edition === null || person === null) return null;
  const subject: Subject = {
    relation: edition.withdrawn === null && edition.readers.includes(person.id) ? 'own' : 'other',
    state: null,
  };
  return can(actors, 'readEmbargoed', subject) ? subject : null;
}

export const editionPage = (asked: Asked): Promise<Answer> =>
  editionPageWith(asked, { typed: '', problems: [] });

/** The page, with what was typed into its form and what is wrong with that. */
async function editionPageWith(
  asked: Asked,
  { typed, problems }: { typed: string; problems: readonly FieldProblem[] },
): Promise<Answer> {
  const { store, authority, params, now, actors } = asked;
  const view = await viewEdition(store, authority.code, params.edition ?? '', now);
  if (view === null) return notFoundPage(asked);
  const { edition } = view;
  const publishes = can(actors, 'publishEdition', { relation: 'other', state: null });
  const withdraws = can(actors, 'withdrawEdition', { relation: 'other', state: null });
  const isWithdrawn = edition.withdrawn !== null;
  const isOut = isPublic(edition, now);
  return pageAnswer(
    asked,
    {
      title: `${view.page.title}, ${view.page.period.label}`,
      back: can(actors, 'readEmbargoed', { relation: 'other', state: null })
        ? { text: 'Reports', href: '/reports' }
        : { text: 'Published reports', href: '/published' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <WithdrawnMark edition={edition} timeZone={authority.timeZone} />
      <EditionArticle
        view={view}
        links={serverLinks('/reports')}
        timeZone={authority.timeZone}
        trace={await traceLinks(asked, view)}
      />
      {isOut || (isWithdrawn && wasPublic(edition, now)) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/published/${edition.id}`}>
            See it as the public does
          </a>
        </p>
      ) : null}
      {publishes && !isOut && !isWithdrawn ? (
        <Readers asked={asked} people={await peopleOf(asked)} readers={edition.readers} />
      ) : null}
      {publishes && edition.standing !== 'draft' && view.replacedBy === null ? (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`/reports/new/${periodAddress(edition.period)}?${new URLSearchParams({
              kind: edition.report,
              scorecard: edition.scorecard,
              // What everybody may read is corrected for everybody.
              standing: isOut ? 'published' : edition.standing,
            })}`}
          >
            Make a correction
          </a>
        </p>
      ) : null}
      {withdraws && edition.standing !== 'draft' && !isWithdrawn ? (
        <Withdraw asked={asked} typed={typed} problems={problems} />
      ) : null}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

const peopleOf = async ({ store, authority }: Asked) =>
  (await listPeople(store, authority.code)).filter(({ active }) => active);

interface ReadersProps {
  asked: Asked;
  people: Awaited<ReturnType<typeof peopleOf>>;
  readers: readonly string[];
}

function Readers({ asked, people, readers }: ReadersProps) {
  const named = people.filter(({ id }) => readers.includes(id)).map(({ name }) => name);
  return (
    <section>
      <h2 class="govuk-heading-m">Who may read it before publication</h2>
      <p class="govuk-body">
        {named.length === 0 ? 'Nobody but the performance team and internal audit.' : `${named.join(', ')}.`}
      </p>
      <Details summaryText="Change who may read it">
        <form method="post" action={`/reports/${asked.params.edition}/readers`}>
          <Token asked={asked} />
          <Checkboxes
            name="readers"
            legend="Readers"
            small
            items={people.map(({ id, name, post }) => ({
              value: id,
              text: post === null ? name : `${name}, ${post}`,
              checked: readers.includes(id),
            }))}
          />
          <Button>Save</Button>
        </form>
      </Details>
    </section>
  );
}

export async function changeReaders(asked: Asked): Promise<Answer> {
  const id = asked.params.edition ?? '';
  await nameEditionReaders(asked.store, actingFor(asked), id, asked.form.getAll('readers').slice(0, 2_000));
  return { kind: 'redirect', to: `/reports/${id}`, notice: 'The readers have been saved.' };
}

/** Takes it from its readers, or says what is wrong with the reason. */
export async function withdrawTheEdition(asked: Asked): Promise<Answer> {
  const id = asked.params.edition ?? '';
  const typed = (asked.form.get('reason') ?? '').slice(0, 2_000);
  const problems = await problemsOf(() => withdrawEdition(asked.store, actingFor(asked), id, typed));
  if (problems.length > 0) return editionPageWith(asked, { typed, problems });
  return { kind: 'redirect', to: `/reports/${id}`, notice: 'The edition has been withdrawn.' };
}

export const earlyFile = (asked: Asked): Promise<Answer> => fileAnswer(asked, null);
export const earlyMeasure = (asked: Asked): Promise<Answer> => measureAnswer(asked, null);

import { relationsFor } from '../../../domain/permission/can.ts';
import { isPublic, wasPublic } from '../../../domain/round/edition.ts';
import {
  type EditionView,
  editionDownload,
  editionMeasure,
  listEditions,
  publicEditions,
  readEdition,
  viewEdition,
} from '../../../workflow/queries/editions.ts';
import { contactKnown } from '../../../workflow/queries/read-contact.ts';
import { InsetText } from '../../components/inset-text/inset-text.tsx';
import { pageAnswer } from '../../frame.tsx';
import { AccessibilityStatement } from '../../public-site/accessibility-statement.tsx';
import { EditionArticle } from '../../public-site/edition-article.tsx';
import { EditionsList, EditionTable } from '../../public-site/editions-list.tsx';
import { serverLinks } from '../../public-site/links.ts';
import { WithdrawnNotice } from '../../public-site/withdrawn-notice.tsx';
import type { Answer, Asked } from '../../route.ts';
import { frozenPagePolicy } from '../../security/headers.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { traceLinks } from '../trace/trace-links.ts';

const links = serverLinks('/published');

/**
 * The bytes never change, but an edition may be withdrawn: whoever keeps a copy asks again after five minutes, and is
 * told by its hash that it still holds. Who may read an edition early gets it from elsewhere.
 */
const WHILE_PUBLISHED = 'public, max-age=300, must-revalidate';
const A_MINUTE = 'public, max-age=60';

/** The same for everybody who is not signed in, so that a proxy may keep it for a while. */
const shared = (asked: Asked, answer: Answer): Answer =>
  asked.person === null && asked.notice === null && answer.kind === 'page'
    ? { ...answer, headers: { 'cache-control': A_MINUTE, vary: 'cookie' } }
    : answer;

export async function publishedPage(asked: Asked): Promise<Answer> {
  const { store, authority, now, person } = asked;
  const editions = await publicEditions(store, authority.code, now);
  const early =
    person === null
      ? []
      : (await listEditions(store, authority.code)).filter(
          (each) => !isPublic(each, now) && each.withdrawn === null && each.readers.includes(person.id),
        );
  return shared(
    asked,
    pageAnswer(
      asked,
      { title: 'Published reports' },
      <>
        <EditionsList editions={editions} links={links} authority={authority} now={now} />
        {early.length === 0 ? null : (
          <EditionTable
            caption="For you to read before publication"
            empty=""
            published="To be published"
            editions={early}
            links={serverLinks('/reports')}
            authority={authority}
          />
        )}
      </>,
    ),
  );
}

export async function publishedEdition(asked: Asked): Promise<Answer> {
  const view = await releasedView(asked);
  if (view === null) return notFoundPage(asked);
  if (view.edition.withdrawn !== null) return gone(asked, view);
  return shared(
    asked,
    pageAnswer(
      asked,
      {
        title: `${view.page.title}, ${view.page.period.label}`,
        back: { text: 'Published reports', href: '/published' },
      },
      <EditionArticle
        view={view}
        links={links}
        timeZone={asked.authority.timeZone}
        {...(asked.person === null ? {} : { trace: await traceLinks(asked, view) })}
      />,
    ),
  );
}

async function releasedView({ store, authority, params, now }: Asked): Promise<EditionView | null> {
  const view = await viewEdition(store, authority.code, params.edition ?? '', now);
  return view !== null && wasPublic(view.edition, now) ? view : null;
}

/** The edition was here, and is no more: said at every address that it had. */
const gone = (asked: Asked, view: EditionView): Answer =>
  shared(
    asked,
    pageAnswer(
      asked,
      {
        title: `Withdrawn: ${view.page.title}, ${view.page.period.label}`,
        back: { text: 'Published reports', href: '/published' },
      },
      <WithdrawnNotice view={view} links={links} timeZone={asked.authority.timeZone} />,
      410,
    ),
  );

async function whilePublished(asked: Asked, answer: (cache: string) => Promise<Answer>): Promise<Answer> {
  const { store, authority, params, now } = asked;
  const edition = await readEdition(store, authority.code, params.edition ?? '');
  if (edition === null || !wasPublic(edition, now)) return notFoundPage(asked);
  if (edition.withdrawn === null) return answer(WHILE_PUBLISHED);
  const view = await releasedView(asked);
  return view === null ? notFoundPage(asked) : gone(asked, view);
}

/** A file, byte for byte as it was stored. */
export const publishedFile = (asked: Asked): Promise<Answer> =>
  whilePublished(asked, (cache) => fileAnswer(asked, cache));

export const publishedMeasure = (asked: Asked): Promise<Answer> =>
  whilePublished(asked, (cache) => measureAnswer(asked, cache));

/** `cache` null: for those alone who may read it early. */
export async function fileAnswer(asked: Asked, cache: string | null): Promise<Answer> {
  const { store, authority, params } = asked;
  const file = await editionDownload(store, authority.code, params.edition ?? '', params.name ?? '');
  if (file === null) return notFoundPage(asked);
  return frozenAnswer(file, cache, file.format === 'html' || file.format === 'pdf');
}

export async function measureAnswer(asked: Asked, cache: string | null): Promise<Answer> {
  const { store, authority, params } = asked;
  // The same pages lie in a folder of frozen files under names that end so.
  const address = (params.measure ?? '').replace(/\.html$/, '');
  const file = await editionMeasure(store, authority.code, params.edition ?? '', address);
  return file === null
    ? notFoundPage(asked)
    : frozenAnswer({ ...file, name: `${address}.html` }, cache, true);
}

interface Frozen {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  sha256: string;
}

const frozenAnswer = (
  { name, mediaType, bytes, sha256 }: Frozen,
  cache: string | null,
  inline: boolean,
): Answer => ({
  kind: 'file',
  name,
  mediaType,
  bytes,
  inline,
  headers: {
    'content-security-policy': frozenPagePolicy,
    etag: `"${sha256}"`,
    ...(cache === null ? {} : { 'cache-control': cache }),
  },
});

/** Nobody of the public is told what the authority has yet to do. */
const NobodySet = ({ asked: { person, actors } }: { asked: Asked }) =>
  person === null ? null : (
    <InsetText>
      <p class="govuk-body">
        Only people who work here see this: the law asks for an e-mail address and a telephone number in this
        place, and none has been set.{' '}
        {relationsFor(actors, 'changeBranding').length > 0 ? (
          <a class="govuk-link" href="/set-up/contact">
            Say whom the public asks
          </a>
        ) : (
          'An administrator sets them under Set-up, Whom the public asks.'
        )}
      </p>
    </InsetText>
  );

export const accessibilityPage = async (asked: Asked): Promise<Answer> =>
  shared(
    asked,
    pageAnswer(
      asked,
      { title: 'Accessibility statement' },
      <AccessibilityStatement
        authority={asked.authority}
        contact={await contactKnown(asked.known)}
        unset={<NobodySet asked={asked} />}
      />,
    ),
  );

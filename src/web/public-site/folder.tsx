import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import type { Authority } from '../../domain/organisation/organisation.ts';
import {
  type EditionView,
  editionDownload,
  editionMeasure,
  publicEditions,
  viewEdition,
} from '../../workflow/queries/editions.ts';
import { readContact } from '../../workflow/queries/read-contact.ts';
import type { Store } from '../../workflow/store.ts';
import { styleSheet } from '../assets/style-sheet.ts';
import { documentOf } from '../layout/page.tsx';
import { AccessibilityStatement } from './accessibility-statement.tsx';
import { EditionArticle } from './edition-article.tsx';
import { EditionsList } from './editions-list.tsx';
import { folderLinks, type Up } from './links.ts';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

export interface FolderFile {
  /** Within the folder, with strokes: `<edition>/files/report.pdf`. */
  path: string;
  /** null where a file of an earlier export must go: its edition has been withdrawn. */
  bytes: Uint8Array | null;
}

/**
 * Everything that is published, as files that any web server can serve: a list, a page an edition, its files byte for
 * byte, a page a measure; last of all the hash of each, for `sha256sum --check`.
 */
export async function* publicFolder(
  store: Store,
  authority: Authority,
  now: string,
): AsyncGenerator<FolderFile> {
  const hashes: string[] = [];
  for await (const file of files(store, authority, now)) {
    if (file.bytes !== null)
      hashes.push(`${createHash('sha256').update(file.bytes).digest('hex')}  ${file.path}`);
    yield file;
  }
  yield { path: 'SHA256SUMS', bytes: encode(`${hashes.join('\n')}\n`) };
}

async function* files(store: Store, authority: Authority, now: string): AsyncGenerator<FolderFile> {
  const editions = await publicEditions(store, authority.code, now);
  const contact = await readContact(store, authority.code);
  yield { path: 'assets/outturn.css', bytes: encode(styleSheet().text) };
  yield page('index.html', authority, 'Published reports', '', [
    <EditionsList key="list" editions={editions} links={folderLinks('')} authority={authority} now={now} />,
  ]);
  yield page('accessibility.html', authority, 'Accessibility statement', '', [
    <AccessibilityStatement key="statement" authority={authority} contact={contact} />,
  ]);
  for (const { id } of editions) {
    const view = await viewEdition(store, authority.code, id, now);
    if (view === null) continue;
    const title = `${view.page.title}, ${view.page.period.label}`;
    if (view.edition.withdrawn !== null) {
      yield* withdrawn(view, authority);
      continue;
    }
    yield page(`${id}/index.html`, authority, title, '../', [
      <EditionArticle key="edition" view={view} links={folderLinks('../')} timeZone={authority.timeZone} />,
    ]);
    for (const { name } of view.page.files) {
      const file = await editionDownload(store, authority.code, id, name);
      if (file !== null) yield { path: `${id}/files/${name}`, bytes: file.bytes };
    }
    for (const { address } of view.page.measures) {
      const file = await editionMeasure(store, authority.code, id, address);
      if (file !== null) yield { path: `${id}/measures/${address}.html`, bytes: file.bytes };
    }
  }
}

/** In place of every page that an edition had, that it was withdrawn; its other files go. */
function* withdrawn(view: EditionView, authority: Authority): Generator<FolderFile> {
  const { edition, page: held } = view;
  const title = `Withdrawn: ${held.title}, ${held.period.label}`;
  const notice = (path: string, up: '../' | '../../') =>
    page(path, authority, title, up, [
      <WithdrawnNotice key="gone" view={view} links={folderLinks(up)} timeZone={authority.timeZone} />,
    ]);
  yield notice(`${edition.id}/index.html`, '../');
  for (const { name, format } of held.files) {
    const path = `${edition.id}/files/${name}`;
    yield format === 'html' ? notice(path, '../../') : { path, bytes: null };
  }
  for (const { address } of held.measures) yield notice(`${edition.id}/measures/${address}.html`, '../../');
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const page = (
  path: string,
  authority: Authority,
  title: string,
  up: Up,
  children: ComponentChildren,
): FolderFile => ({
  path,
  bytes: encode(
    documentOf(
      <FolderPage authority={authority} title={title} up={up}>
        {children}
      </FolderPage>,
    ),
  ),
});

/** Nothing may be run, and nothing fetched but the style sheet beside it. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

interface PageProps {
  authority: Authority;
  title: string;
  up: Up;
  children: ComponentChildren;
}

/** The same band and foot as on the server, without anybody who is signed in. */
function FolderPage({ authority, title, up, children }: PageProps) {
  return (
    <html lang={authority.language} class="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <title>{`${title} - ${authority.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={`${up}assets/outturn.css`} />
      </head>
      <body class="govuk-template__body">
        <a href="#main-content" class="govuk-skip-link">
          Skip to main content
        </a>
        <header class="ot-header">
          <div class="govuk-width-container ot-header__inner">
            <p class="ot-header__council">{authority.name}</p>
          </div>
        </header>
        <div class="govuk-width-container">
          {up === '' ? null : (
            <a href={`${up}index.html`} class="govuk-back-link">
              Published reports
            </a>
          )}
          <main class="govuk-main-wrapper" id="main-content">
            {children}
          </main>
        </div>
        <footer class="govuk-footer">
          <div class="govuk-width-container">
            <p class="govuk-body-s">
              <a class="govuk-footer__link" href={`${up}index.html`}>
                Published reports
              </a>{' '}
              <a class="govuk-footer__link" href={`${up}accessibility.html`}>
                Accessibility
              </a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Branding } from '../../domain/organisation/branding.ts';
import { brandSheet } from '../assets/brand.ts';
import { script } from '../assets/script.ts';
import { styleSheet } from '../assets/style-sheet.ts';
import { NotificationBanner } from '../components/notification-banner/notification-banner.tsx';

export interface PageFrame {
  /** Of the page, without the council's name. */
  title: string;
  authority: { name: string };
  language: string;
  person: { name: string } | null;
  navigation: readonly { text: string; href: string; current: boolean; count?: number }[];
  csrf: string | null;
  /** True where the page says what is wrong with a form: its title says so too. */
  hasErrors?: boolean;
  /** What has just been done. */
  notice?: string | null;
  back?: { text: string; href: string } | null;
  wide?: boolean;
  demonstration?: boolean;
  /** The council's colours; absent for those of the style sheet. */
  branding?: Branding | null;
}

/** Every page: the council's band, where one can go, the page itself, and a foot. */
export function Page({ children, ...frame }: PageFrame & { children: ComponentChildren }) {
  const { title, authority, language, navigation, hasErrors, notice, back, wide, branding } = frame;
  return (
    <html lang={language} class="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>{`${hasErrors ? 'Error: ' : ''}${title} - ${authority.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {frame.person === null ? null : <meta name="robots" content="noindex" />}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/assets/outturn.css?v=${styleSheet().hash}`} />
        {branding ? (
          <link rel="stylesheet" href={`/assets/brand.css?v=${brandSheet(branding).hash}`} />
        ) : null}
        <script type="module" src={`/assets/outturn.js?v=${script().hash}`} />
      </head>
      <body class="govuk-template__body">
        <a href="#main-content" class="govuk-skip-link">
          Skip to main content
        </a>
        <Band {...frame} />
        {navigation.length === 0 ? null : <Navigation items={navigation} />}
        <div class={wide ? 'ot-main--wide' : ''}>
          <div class="govuk-width-container">
            {back ? (
              <a href={back.href} class="govuk-back-link">
                {back.text}
              </a>
            ) : null}
            <main class="govuk-main-wrapper" id="main-content">
              {notice ? <NotificationBanner type="success">{notice}</NotificationBanner> : null}
              {children}
            </main>
          </div>
        </div>
        <footer class="govuk-footer">
          <div class="govuk-width-container">
            <p class="govuk-body-s">
              {authority.name}. Performance figures with their working, by Outturn.
              {frame.demonstration ? ' This is a demonstration: the city and its people do not exist.' : ''}
            </p>
            <p class="govuk-body-s">
              <a class="govuk-footer__link" href="/published">
                Published reports
              </a>{' '}
              <a class="govuk-footer__link" href="/accessibility">
                Accessibility
              </a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Band({ authority, person, csrf }: PageFrame) {
  return (
    <header class="ot-header">
      <div class="govuk-width-container ot-header__inner">
        <p class="ot-header__council">{authority.name}</p>
        {person === null ? null : (
          <div class="ot-header__person">
            <a href="/account">{person.name}</a>
            <form method="post" action="/sign-out">
              <input type="hidden" name="_csrf" value={csrf ?? ''} />
              <button type="submit">Sign out</button>
            </form>
          </div>
        )}
      </div>
    </header>
  );
}

function Navigation({ items }: { items: PageFrame['navigation'] }) {
  return (
    <nav class="ot-nav" aria-label="Main">
      <div class="govuk-width-container">
        <ul>
          {items.map(({ text, href, current, count }) => (
            <li key={href}>
              <a href={href} {...(current ? { 'aria-current': 'page' as const } : {})}>
                {text}
                {count === undefined || count === 0 ? '' : ` (${count})`}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

export const DOCTYPE = '<!DOCTYPE html>\n';

export const documentOf = (page: VNode): string => `${DOCTYPE}${renderToString(page)}`;

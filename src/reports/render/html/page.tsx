import type { Report } from '../../model/report.ts';
import { BlockView } from './block.tsx';
import { Contents } from './contents.tsx';
import { type Appearance, appearanceOf } from './report-style.ts';
import { besideEachOther, chaptersOf, type Section, sectionsOf } from './sections.ts';
import { styleSheet } from './style-sheet.ts';

/** Nothing may be fetched, sent or run, even if a text were to escape its escaping. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function withDashes(title: string) {
  const [first, ...others] = title.split(' - ');
  return [first, ...others.flatMap((part) => [<span class="dash"> -</span>, ` ${part}`])];
}

export function page(report: Report) {
  const { title, authority, period, scheme, language } = report;
  const { opening, sections } = sectionsOf(report.blocks);
  const appearance = appearanceOf(report);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{`${title}: ${period.endLabel} - ${authority.name}`}</title>
        {/* The one place where text is not escaped as markup: report-style.ts writes it in CSS escapes only. */}
        <style dangerouslySetInnerHTML={{ __html: styleSheet + appearance.css }} />
      </head>
      <body>
        <a class="skip" href="#report-main">
          Skip to main content
        </a>
        {report.back === undefined ? null : (
          <p class="back">
            <a href={report.back.href}>{report.back.text}</a>
          </p>
        )}
        <header class="masthead">
          <p class="authority">{authority.name}</p>
          <h1>{withDashes(title)}</h1>
          <p class="period">
            <time dateTime={period.end}>{period.endLabel}</time>
            <span class="period-label">{period.label}</span>
          </p>
        </header>
        <main id="report-main" tabIndex={-1}>
          {opening.map((block, index) => (
            <BlockView key={index} block={block} appearance={appearance} />
          ))}
          {opening.some(({ type }) => type === 'contents') ? null : <Contents sections={sections} />}
          {chaptersOf(sections).map((chapter, index) => (
            <div key={index} class={chapter.isFront ? 'front' : undefined}>
              {chapter.sections.map((section) => (
                <SectionView key={section.id} section={section} appearance={appearance} />
              ))}
            </div>
          ))}
        </main>
        <footer class="colophon">
          <p>{`${authority.name}: ${title}, ${period.label}.`}</p>
          <p>{`Statuses are judged by ${scheme.name}, version ${scheme.version}.`}</p>
          {report.asAt === null || report.edition !== null ? null : (
            <p>
              Figures as they were known at <time dateTime={report.asAt}>{report.asAt}</time>.
            </p>
          )}
        </footer>
      </body>
    </html>
  );
}

function SectionView({ section, appearance }: { section: Section; appearance: Appearance }) {
  const { id, heading, blocks } = section;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {besideEachOther(blocks).map((group, index) =>
        group.length === 1 ? (
          <BlockView key={index} block={group[0]!} appearance={appearance} />
        ) : (
          <div key={index} class="beside">
            {group.map((block, order) => (
              <BlockView key={order} block={block} appearance={appearance} />
            ))}
          </div>
        ),
      )}
    </section>
  );
}

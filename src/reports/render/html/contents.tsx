import type { ContentsEntry, Row } from '../../model/report.ts';
import { measuresOf, type Section } from './sections.ts';

export function Contents({ sections }: { sections: readonly Section[] }) {
  if (sections.length === 0) return null;
  const entries = sections.map((section) => ({ ...section, measures: measuresOf(section) }));
  return (
    <nav class="contents" aria-labelledby="report-contents">
      <h2 id="report-contents">Contents</h2>
      <ul class="entries">
        {entries.map(({ id, heading, measures }) => (
          <li key={id}>
            <a href={anchor(id)}>{heading}</a>
            {measures.length === 0 ? null : (
              // Folded, so that the list does not push the report off the first screen.
              <details>
                <summary>
                  {measures.length === 1 ? '1 measure' : `${measures.length} measures`}
                  <span class="unseen"> in {heading}</span>
                </summary>
                <ul>
                  {measures.map((row) => (
                    <li key={row.id}>
                      <a href={anchor(row.id)}>{nameOf(row)}</a>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function nameOf({ cells, id }: Row) {
  const [first] = cells;
  if (first?.type === 'text') return first.text;
  if (first?.type !== 'measure') return id;
  return (
    <>
      <span class="code">{first.code}</span> {first.title}
    </>
  );
}

function anchor(id: string): string {
  return `#${encodeURIComponent(id.toWellFormed())}`;
}

/** The contents that a document of several reports has: each part with its sections. */
export function ContentsOf({ entries }: { entries: readonly ContentsEntry[] }) {
  const parts = entries.flatMap((entry, index) => (entry.level === 2 ? [{ entry, index }] : []));
  return (
    <nav class="contents" aria-labelledby="report-contents">
      <h2 id="report-contents">Contents</h2>
      <ul class="entries">
        {parts.map(({ entry, index }, order) => (
          <li key={entry.id}>
            <a href={anchor(entry.id)}>{entry.text}</a>
            <ul class="within">
              {entries.slice(index + 1, parts[order + 1]?.index).map((section) => (
                <li key={section.id}>
                  <a href={anchor(section.id)}>{section.text}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

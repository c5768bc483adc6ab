import { formatNames } from './report-file.ts';

/** Links to a report in every format: `address` ends before the format, `query` is what was chosen. */
export const Downloads = ({ address, query, what }: { address: string; query: string; what: string }) => (
  <>
    <h2 class="govuk-heading-m">{what}</h2>
    <ul class="govuk-list">
      {Object.entries(formatNames).map(([format, name]) => (
        <li key={format}>
          <a class="govuk-link" href={`${address}/${format}${query}`} download>
            {`Download as ${name}`}
          </a>
        </li>
      ))}
    </ul>
  </>
);

import { formatLongDate } from '../../../domain/number/date.ts';
import { dayIn } from '../../../domain/period/of-day.ts';
import { can } from '../../../domain/permission/can.ts';
import type { AsKnown } from '../../../workflow/queries/as-known.ts';
import { editionPage } from '../../../workflow/queries/editions.ts';
import { reportFormats } from '../../report-formats.ts';
import type { Asked } from '../../route.ts';

interface DownloadsProps {
  asked: Asked;
  as: AsKnown;
  /** `2018-19-Q2` */
  period: string;
  scorecard: string;
}

interface Line {
  name: string;
  /** Where each format is to be had. */
  files: readonly { format: string; href: string }[];
}

/** The figures that are shown as files: as known on a past day, or what was published as it was kept. */
export async function Downloads({ asked, as, period, scorecard }: DownloadsProps) {
  if (as.kind === 'now') return null;
  const { timeZone } = asked.authority;
  const lines = as.kind === 'published' ? await frozenLines(asked, as.edition) : pastLines();
  function pastLines(): Line[] {
    const day = as.kind === 'asAt' ? dayIn(as.at, timeZone) : '';
    const query = new URLSearchParams({ scorecard, 'as-at': day });
    const line = (name: string, address: string): Line => ({
      name,
      files: reportFormats.map(([format]) => ({ format, href: `${address}.${format}?${query}` })),
    });
    const mayCover = can(asked.actors, 'writeCover', { relation: 'other', state: null });
    return [
      line('The scorecard', `/scorecard/${period}/files/scorecard`),
      line('The Improvement Report', `/scorecard/${period}/files/improvement`),
      ...(mayCover ? [line('The cover report', `/cover/${period}/cabinet`)] : []),
    ];
  }
  const when =
    as.kind === 'published'
      ? 'The files of the edition, byte for byte as they were published.'
      : `Made of what was known at the end of ${formatLongDate(dayIn(as.at, timeZone))}.`;
  return (
    <section aria-labelledby="files">
      <h2 class="govuk-heading-m" id="files">
        Download these figures as a report
      </h2>
      <p class="govuk-body">{when}</p>
      <ul class="govuk-list">
        {lines.map(({ name, files }) => (
          <li key={name}>
            {`${name}: `}
            {files.map(({ format, href }, index) => (
              <>
                {index === 0 ? '' : ', '}
                <a class="govuk-link" href={href}>
                  <span class="govuk-visually-hidden">{`${name} as `}</span>
                  {nameOf(format)}
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function frozenLines({ store, authority }: Asked, edition: { id: string }): Promise<Line[]> {
  const page = await editionPage(store, authority.code, edition.id);
  if (page === null) return [];
  const files = page.files.map(({ format, name }) => ({
    format,
    href: `/published/${edition.id}/files/${name}`,
  }));
  return [{ name: page.title, files }];
}

const nameOf = (format: string): string =>
  reportFormats.find(([ending]) => ending === format)?.[1] ?? format.toUpperCase();

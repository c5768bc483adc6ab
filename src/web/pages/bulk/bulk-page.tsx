import { periodLabel } from '../../../domain/period/label.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import type { UpdateContent } from '../../../domain/round/update.ts';
import { type LineToEnter, linesToEnter } from '../../../workflow/queries/lines-to-enter.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorSummary } from '../../components/error-summary/error-summary.tsx';
import { FileUpload } from '../../components/file-upload/file-upload.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { Grid, type RowProblem } from './grid.tsx';

export interface BulkShown {
  typed?: ReadonlyMap<string, UpdateContent>;
  problems?: readonly RowProblem[];
  /** What is wrong with a file or with pasted cells, line by line. */
  ofFile?: readonly string[];
  pasted?: string;
  status?: number;
}

export interface OpenTable {
  period: ReportingPeriod;
  lines: readonly LineToEnter[];
}

/** The table of an address; null where there is no round. */
export async function tableOf(asked: Asked): Promise<OpenTable | null> {
  const period = periodAt(asked.params.period ?? '');
  const lines = period === null ? null : await linesToEnter(asked.store, actingFor(asked), period.code);
  return period === null || lines === null ? null : { period, lines };
}

const MOST_SHOWN = 50;

/** Many measures in one table, or in one file. */
export async function bulkPage(asked: Asked, shown: BulkShown = {}): Promise<Answer> {
  const table = await tableOf(asked);
  if (table === null) return notFoundPage(asked);
  const { period, lines } = table;
  const { typed = new Map(), problems = [], ofFile = [] } = shown;
  const address = `/bulk/${periodAddress(period.code)}`;
  const name = (at: string) =>
    lines.find(({ line }) => at === measureAddress(line.code))?.line.version.title ?? at;
  const errors = [
    ...problems.map(({ at, message }) => ({ text: `${name(at)}: ${message}`, href: `#${at}` })),
    ...ofFile.slice(0, MOST_SHOWN).map((text) => ({ text, href: '#from-a-file' })),
    ...(ofFile.length > MOST_SHOWN
      ? [{ text: `And ${ofFile.length - MOST_SHOWN} more like these`, href: '#from-a-file' }]
      : []),
  ];
  return pageAnswer(
    asked,
    {
      title: 'Enter several measures',
      hasErrors: errors.length > 0,
      back: { text: 'My work', href: '/my-work' },
      wide: true,
    },
    <>
      {errors.length === 0 ? null : (
        <ErrorSummary titleText="There is a problem. Nothing was saved" errorList={errors} />
      )}
      <span class="govuk-caption-l">{periodLabel(period)}</span>
      <h1 class="govuk-heading-l">Enter several measures</h1>
      <p class="govuk-body">
        {lines.length === 0
          ? 'There is nothing for you to enter in this round.'
          : `${counted(lines.length, 'measure')} to enter. Texts, reasons and evidence are on each measure’s own page.`}
      </p>
      {lines.length === 0 ? null : (
        <form method="post" action={address} noValidate>
          <Token asked={asked} />
          <Grid period={period} lines={lines} typed={typed} problems={problems} />
          <div class="ot-actions">
            <Button name="do" value="save">
              Save
            </Button>
            <Button name="do" value="submit" classes="govuk-button--secondary">
              Save and submit those with a figure
            </Button>
          </div>
        </form>
      )}
      {lines.length === 0 ? null : <FromFile asked={asked} address={address} pasted={shown.pasted ?? ''} />}
    </>,
    shown.status ?? (errors.length > 0 ? 400 : 200),
  );
}

function FromFile({ asked, address, pasted }: { asked: Asked; address: string; pasted: string }) {
  return (
    <section id="from-a-file" aria-labelledby="from-a-file-heading">
      <h2 class="govuk-heading-m" id="from-a-file-heading">
        From a spreadsheet
      </h2>
      <form method="post" action={`${address}/pasted`} noValidate>
        <Token asked={asked} />
        <Textarea
          name="cells"
          label="Paste cells copied from Excel"
          hint="Three columns: code, actual, forecast. With a row of headings, any columns of the template"
          rows={5}
          value={pasted}
        />
        <Button classes="govuk-button--secondary">Save what I have pasted</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={`${address}/template.xlsx`}>
          Download a workbook with these measures
        </a>
        , fill it in and upload it:
      </p>
      <form method="post" action={`${address}/file`} encType="multipart/form-data" noValidate>
        <Token asked={asked} />
        <FileUpload
          name="file"
          label="Workbook or CSV file"
          hint="Every row is checked first. If one is wrong, nothing is saved and all that is wrong is listed"
        />
        <Button classes="govuk-button--secondary">Upload</Button>
      </form>
    </section>
  );
}

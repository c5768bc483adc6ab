import { parsePeriod } from '../../../../domain/period/parse.ts';
import { keepImport } from '../../../../workflow/set-up/import-figures.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkboxes, Radios } from '../../../components/choices/choices.tsx';
import { FileUpload } from '../../../components/file-upload/file-upload.tsx';
import { Input } from '../../../components/input/input.tsx';
import { type FieldProblem, messageFor, Problems } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedText } from '../../../typed-form.ts';
import { importKinds, isImportKind } from './kinds.ts';

const LONGEST_NAME = 200;

/** Chooses a file; nothing of it is imported before it has been shown what it would change. */
export async function choosePage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const kind = asked.form.get('kind') ?? asked.query.get('kind') ?? '';
  return pageAnswer(
    asked,
    {
      title: 'Import from a spreadsheet',
      back: { text: 'Set-up', href: '/set-up' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Import from a spreadsheet</h1>
      <p class="govuk-body">
        You see first what was read, every problem by its row, and what would change. Nothing is imported
        until you confirm it, and a file with any error imports nothing.
      </p>
      <Templates />
      <form method="post" action="/set-up/import" encType="multipart/form-data" noValidate>
        <Token asked={asked} />
        <Radios
          name="kind"
          legend="What is in the file"
          items={importKinds.map((one) => ({
            value: one.kind,
            text: one.text,
            hint: one.hint,
            checked: one.kind === kind,
          }))}
          errorMessage={messageFor(problems, 'kind')}
        />
        <FileUpload
          name="file"
          label="File"
          hint="Excel (XLSX) or CSV, of 20 MB at most. Of a workbook one sheet is read: the one with the name of the kind, or the only one."
          errorMessage={messageFor(problems, 'file')}
        />
        <Input
          name="period"
          label="Reporting period of updates"
          hint="Only where the file does not say it. For example, 2018-19/Q2"
          value={typedText(asked.form, 'period')}
          classes="govuk-input--width-10"
          errorMessage={messageFor(problems, 'period')}
        />
        <Checkboxes
          name="newDirectorates"
          legend="Directorates and services that are not here yet"
          small
          items={[
            {
              value: 'yes',
              text: 'Add those that a file of measures names',
              hint: 'Otherwise they are taken for slips and shown as errors',
              checked: asked.form.get('newDirectorates') === 'yes',
            },
          ]}
        />
        <Button>Read the file</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function Templates() {
  return (
    <section class="ot-panel" aria-labelledby="templates">
      <h2 class="govuk-heading-s" id="templates">
        Templates to fill in
      </h2>
      <ul class="govuk-list">
        {importKinds
          .filter(({ template }) => template)
          .map(({ kind, text }) => (
            <li key={kind}>
              <a class="govuk-link" href={`/set-up/import/template/${kind}/download`}>
                {text} (Excel)
              </a>
            </li>
          ))}
      </ul>
    </section>
  );
}

export async function takeFile(asked: Asked): Promise<Answer> {
  const { form, files, store } = asked;
  const kind = form.get('kind') ?? '';
  const file = files.file?.[0];
  const typed = typedText(form, 'period');
  const period = typed === '' ? null : parsePeriod(typed);
  const problems: FieldProblem[] = [];
  if (!isImportKind(kind)) problems.push({ field: 'kind', message: 'Choose what is in the file' });
  if (file === undefined) problems.push({ field: 'file', message: 'Choose a file' });
  else if (file.bytes.length === 0) problems.push({ field: 'file', message: 'The file is empty' });
  if (period !== null && 'problem' in period) problems.push({ field: 'period', message: period.problem });
  if (file === undefined || problems.length > 0) return choosePage(asked, problems);
  const choice = {
    kind,
    name: file.name.replace(/\p{Cc}/gu, ' ').slice(0, LONGEST_NAME),
    period: period !== null && 'period' in period ? period.period.code : null,
    newDirectorates: form.get('newDirectorates') === 'yes',
    headings: {},
  };
  const id = await keepImport(store, actingFor(asked), choice, file.bytes);
  return { kind: 'redirect', to: `/set-up/import/${id}` };
}

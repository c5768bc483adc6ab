import { hasErrors } from '../../../../importers/problem.ts';
import type { Delivery } from '../../../../workflow/record-facts.ts';
import { Refused } from '../../../../workflow/refused.ts';
import { type ImportWords, isPublishedChanged } from '../../../../workflow/set-up/import-deliveries.ts';
import {
  collectingAmong,
  confirmImport,
  forgetImport,
  type KeptImport,
  keepImport,
  readKeptImport,
  tryImport,
} from '../../../../workflow/set-up/import-figures.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorSummary } from '../../../components/error-summary/error-summary.tsx';
import { WarningText } from '../../../components/warning-text/warning-text.tsx';
import { type FieldProblem, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { typedOrNull } from '../../../typed-form.ts';
import { counted } from '../../../wording/count.ts';
import { inBackground } from '../../work/in-background.ts';
import { Changes, countsInWords } from './changes.tsx';
import { importKinds } from './kinds.ts';
import { headingsIn, Matching } from './matching.tsx';
import { ProblemRows } from './problem-rows.tsx';
import { PublishedFigures, WhyPublished } from './published.tsx';
import { type ReadKept, readKept } from './read-kept.ts';
import { Sample } from './sample.tsx';

/** What was read of a file, what is wrong with it, and what would change. */
export async function previewPage(asked: Asked): Promise<Answer> {
  const kept = await keptOf(asked);
  if (kept === null) return gone(asked);
  return shown(asked, kept, await readKept(asked, kept));
}

export async function confirm(asked: Asked): Promise<Answer> {
  const kept = await keptOf(asked);
  if (kept === null) return gone(asked);
  const read = await readKept(asked, kept);
  // Somebody may have changed the measures since it was shown.
  if (read.delivery === null) return shown(asked, kept, read);
  const { delivery } = read;
  const confirmation = { id: kept.id, words: wordsIn(asked) };
  const to = kept.kind === 'measures' ? '/set-up/measures' : '/set-up';
  let answer: Answer | null = null;
  const problems = await problemsOf(async () => {
    answer = await inBackground(asked, {
      title: `${kept.name} is being imported`,
      back: '/set-up/import',
      work: async (say) => {
        await say('Recording what it says', 0, 1);
        const counts = await confirmImport(asked.store, actingFor(asked), confirmation, delivery);
        return { to, notice: `${kept.name} has been imported: ${countsInWords(counts)}.` };
      },
    });
  });
  return answer ?? shown(asked, kept, read, problems);
}

/** The file again, with its headings matched by hand. */
export async function match(asked: Asked): Promise<Answer> {
  const kept = await keptOf(asked);
  if (kept === null) return gone(asked);
  const { id: before, bytes, ...choice } = kept;
  const acting = actingFor(asked);
  const headings = { ...choice.headings, ...headingsIn(asked.form) };
  const id = await keepImport(asked.store, acting, { ...choice, headings }, bytes);
  await forgetImport(asked.store, acting, before);
  return { kind: 'redirect', to: `/set-up/import/${id}` };
}

export async function forget(asked: Asked): Promise<Answer> {
  await forgetImport(asked.store, actingFor(asked), asked.params.import ?? '');
  return { kind: 'redirect', to: '/set-up/import', notice: 'Nothing was imported.' };
}

const wordsIn = ({ form }: Asked): ImportWords => ({
  reason: typedOrNull(form, 'reason'),
  kind: typedOrNull(form, 'kind'),
});

const keptOf = (asked: Asked): Promise<KeptImport | null> =>
  readKeptImport(asked.store, actingFor(asked), asked.params.import ?? '');

const back = { text: 'Import', href: '/set-up/import' };

const gone = (asked: Asked): Answer =>
  pageAnswer(
    asked,
    { title: 'This file is no longer here', back },
    <>
      <h1 class="govuk-heading-l">This file is no longer here</h1>
      <p class="govuk-body">It has been imported or thrown away. If you still need it, choose it again.</p>
      <Button href="/set-up/import">Choose a file</Button>
    </>,
    404,
  );

async function shown(
  asked: Asked,
  kept: KeptImport,
  read: ReadKept,
  wrong: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { problems, delivery, rows, notes, held, periods } = read;
  const collecting = await collectingAmong(asked.store, asked.authority.code, periods);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const tried = delivery === null ? null : await changesOf(asked, delivery);
  const refusal = tried !== null && 'refusal' in tried ? tried.refusal : null;
  const published = tried !== null && 'counts' in tried && isPublishedChanged(tried) ? tried : null;
  const isRefused = hasErrors(problems) || refusal !== null;
  const title = isRefused ? `${kept.name} cannot be imported yet` : `What ${kept.name} would change`;
  const action = `/set-up/import/${kept.id}`;
  return pageAnswer(
    asked,
    { title, back, hasErrors: isRefused || wrong.length > 0, wide: true },
    <>
      <Problems problems={wrong} />
      {isRefused ? (
        <ErrorSummary
          errorList={[
            {
              text: refusal ?? `${counted(errors.length, 'error')} in ${kept.name}. Nothing was imported.`,
              href: '#errors',
            },
          ]}
        />
      ) : null}
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {`Read as ${kindInWords(kept.kind)}${rows === null ? '' : `: ${counted(rows, 'row')}`}.`}
      </p>
      {notes.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Matching asked={asked} kept={kept} problems={errors} />
      <div id="errors">{errors.length === 0 ? null : <ProblemRows caption="Errors" problems={errors} />}</div>
      {tried !== null && 'counts' in tried ? <Changes counts={tried.counts} /> : null}
      {published === null ? null : <PublishedFigures published={published} />}
      {delivery === null ? null : <Sample delivery={delivery} held={held} />}
      {warnings.length === 0 ? null : <ProblemRows caption="Look at these" problems={warnings} />}
      {isRefused ? (
        <Button href={`/set-up/import?kind=${kept.kind}`}>Choose the corrected file</Button>
      ) : (
        <form method="post" action={action}>
          <Token asked={asked} />
          {collecting.length === 0 ? null : (
            <WarningText>
              {`A round is collecting ${collecting.join(', ')}. What you import counts at once, without anybody’s approval.`}
            </WarningText>
          )}
          {published === null ? null : (
            <WhyPublished published={published} words={wordsIn(asked)} problems={wrong} />
          )}
          <Button>Import it</Button>
        </form>
      )}
      <form method="post" action={`${action}/forget`}>
        <Token asked={asked} />
        <Button classes="govuk-button--secondary">Throw it away</Button>
      </form>
    </>,
    isRefused || wrong.length > 0 ? 400 : 200,
  );
}

async function changesOf(asked: Asked, delivery: Delivery) {
  try {
    return await tryImport(asked.store, actingFor(asked), delivery);
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') return { refusal: error.message };
    throw error;
  }
}

const kindInWords = (kind: string): string =>
  (importKinds.find((one) => one.kind === kind)?.text ?? kind).toLowerCase();

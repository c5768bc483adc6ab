import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { editionName } from '../../../domain/round/edition.ts';
import type { Renderer } from '../../../reports/model/report.ts';
import {
  type EditionOrder,
  makeEdition,
  newEditionId,
  previewEdition,
} from '../../../workflow/editions/make-edition.ts';
import { embargoOf } from '../../../workflow/editions/publish.ts';
import type { SayProgress } from '../../../workflow/long-work.ts';
import { type ReleaseView, releaseView } from '../../../workflow/queries/release-view.ts';
import { Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import { type FieldProblem, Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import { reportAnswer } from '../../report-answer.ts';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { inBackground } from '../work/in-background.ts';
import { BuilderForm, ChoiceForm } from './builder-form.tsx';
import { orderFrom, type TypedOrder, typedOrder } from './typed-order.ts';

/** The builder as it is opened: each time with the id of the edition that its form would make. */
export const builderPage = (asked: Asked): Promise<Answer> =>
  show(asked, { ...typedOrder(asked.query), id: newEditionId() }, []);

/** The same with what was marked provisional meanwhile; nothing is made. */
export const checkAgain = (asked: Asked): Promise<Answer> => show(asked, typedOrder(asked.form), []);

async function show(asked: Asked, typed: TypedOrder, problems: readonly FieldProblem[]): Promise<Answer> {
  const read = orderFrom(asked, typed);
  if (read === null) return notFoundPage(asked);
  const { order } = read;
  const address = `/reports/new/${asked.params.period}`;
  const label = periodLabel(periodOf(order.period));
  const { view, unreadable } = await viewOf(asked, order);
  const wrong = [...problems, ...unreadable];
  const frame = {
    title: `Make a report for ${label}`,
    back: { text: 'Reports', href: '/reports' },
    hasErrors: wrong.length > 0,
  };
  const heading = <h1 class="govuk-heading-l">Make a report for {label}</h1>;
  if (typeof view === 'string') {
    return pageAnswer(
      asked,
      frame,
      <>
        {heading}
        <p class="govuk-body">{view}</p>
      </>,
    );
  }
  return pageAnswer(
    asked,
    frame,
    <>
      <Problems problems={wrong} />
      {heading}
      <ChoiceForm address={address} typed={typed} view={view} problems={wrong} />
      {unreadable.length > 0 ? null : (
        <BuilderForm asked={asked} address={address} typed={typed} view={view} problems={problems} />
      )}
    </>,
    wrong.length > 0 ? 400 : 200,
  );
}

/** The release that is asked for; of measures that cannot be chosen, the usual one with what is wrong. */
async function viewOf(
  asked: Asked,
  order: EditionOrder,
): Promise<{ view: ReleaseView | string; unreadable: readonly FieldProblem[] }> {
  const read = (question: EditionOrder) => releaseView(asked.store, actingFor(asked), question);
  try {
    return { view: await read(order), unreadable: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.kind === 'notNow') return { view: error.message, unreadable: [] };
    if (error.kind !== 'invalid') throw error;
    const { choice, ...usual } = order;
    return { view: await read(usual), unreadable: error.problems };
  }
}

/** Makes the edition, or shows the form again with what is wrong and all that was typed. */
export async function publishReport(asked: Asked): Promise<Answer> {
  const typed = typedOrder(asked.form);
  const read = orderFrom(asked, typed);
  if (read === null) return notFoundPage(asked);
  if (read.problems.length > 0) return show(asked, typed, read.problems);
  try {
    const renderers = await loadRenderers(asked);
    return await inBackground(asked, {
      title: 'The report is being made',
      back: asked.path,
      work: async (say) => {
        const edition = await makeEdition(
          asked.store,
          actingFor(asked),
          read.order,
          withProgress(renderers, say),
        );
        const embargo = embargoOf(edition, asked.authority.timeZone);
        const notice = `${editionName(edition)} of ${edition.title} has been made${embargo === null ? '' : `, ${embargo}`}.`;
        return { to: `/reports/${edition.id}`, notice };
      },
    });
  } catch (error) {
    if (!(error instanceof Refused) || error.kind === 'notAllowed') throw error;
    const problems = error.problems.length > 0 ? error.problems : [{ field: 'note', message: error.message }];
    return show(asked, typed, problems);
  }
}

/** The report as it would be published, in a page of its own. */
export async function previewReport(asked: Asked): Promise<Answer> {
  const read = orderFrom(asked, typedOrder(asked.form));
  if (read === null) return notFoundPage(asked);
  const report = await previewEdition(asked.store, actingFor(asked), read.order);
  const answer = await reportAnswer(asked, 'html', report);
  if (answer === null) throw new Error('no renderer for HTML');
  return answer;
}

/** Each format says that it is being written; after them the pages of measures, which are HTML as well. */
function withProgress(renderers: Record<string, Renderer>, say: SayProgress): Record<string, Renderer> {
  const all = Object.keys(renderers).length;
  const begun = new Set<string>();
  let atPages = false;
  return Object.fromEntries(
    Object.entries(renderers).map(([format, render]) => [
      format,
      async (...given: Parameters<Renderer>) => {
        if (!begun.has(format)) {
          await say(`Writing it as ${format.toUpperCase()}`, begun.size, all + 1);
          begun.add(format);
        } else if (!atPages) {
          atPages = true;
          await say('Writing a page for each measure', all, all + 1);
        }
        return render(...given);
      },
    ]),
  );
}

async function loadRenderers({ settings }: Asked): Promise<Record<string, Renderer>> {
  const loaded = Object.entries(settings.renderers).map(
    async ([format, load]) => [format, await load()] as const,
  );
  return Object.fromEntries(await Promise.all(loaded));
}

import { periodLabel } from '../../../domain/period/label.ts';
import { can } from '../../../domain/permission/can.ts';
import { signalInWords } from '../../../domain/signal/signal-in-words.ts';
import { type ChartDecided, decideChart } from '../../../workflow/charts/decide-chart.ts';
import { type ChartView, readChartView } from '../../../workflow/queries/chart-view.ts';
import { knownNow } from '../../../workflow/remembered/known-now.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress } from '../../addresses.ts';
import { type FieldProblem, Problems, problemsOf } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { typedText } from '../../typed-form.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { Consider } from './consider.tsx';
import { decisionsTable } from './decisions.tsx';
import { DrawnNow } from './drawn-now.tsx';
import { ChartForms } from './forms.tsx';
import { ChartPicture } from './picture.tsx';
import { PointsTable } from './points-table.tsx';

/** `/measures/:measure/chart`: what the control chart of a measure says, how it is drawn, and who decided that. */
export const chartPage = (asked: Asked): Promise<Answer> => shown(asked, []);

/** Keeps a decision; what is wrong with it is said on the same page. */
export const decide =
  (verb: ChartDecided['verb']) =>
  async (asked: Asked): Promise<Answer> => {
    const code = await measureOf(asked);
    if (code === null) return notFoundPage(asked);
    const decided = typedDecision(verb, asked.form);
    const problems = await problemsOf(() => decideChart(asked.store, actingFor(asked), code, decided));
    if (problems.length > 0) return shown(asked, problems);
    const view = await readChartView(await knownNow(asked.store, asked.authority.code), code);
    const says = view?.signal ? ` It now says: ${signalInWords(view.signal)}` : '';
    const to = `/measures/${measureAddress(code)}/chart`;
    return { kind: 'redirect', to, notice: `Saved. The chart is drawn like this from now on.${says}` };
  };

function typedDecision(verb: ChartDecided['verb'], form: URLSearchParams): ChartDecided {
  switch (verb) {
    case 'draw':
      return {
        verb,
        seasonal: typedText(form, 'seasonal'),
        baseline: typedText(form, 'baseline'),
        reason: typedText(form, 'reason'),
      };
    case 'rebase':
      return { verb, period: typedText(form, 'from'), reason: typedText(form, 'rebaseReason') };
    case 'withdraw':
      return { verb, from: typedText(form, 'withdraw'), reason: typedText(form, 'withdrawReason') };
  }
}

async function shown(asked: Asked, problems: readonly FieldProblem[]): Promise<Answer> {
  const code = await measureOf(asked);
  const view = code === null ? null : await readChartView(asked.known, code);
  if (view === null) return notFoundPage(asked);
  const { version, period, signal, drawn } = view;
  const charted = signal === null ? null : { signal, version, seasonal: drawn.seasonal };
  const decisions = await decisionsTable(asked, view);
  const address = `/measures/${measureAddress(view.code)}`;
  const decides = can(asked.actors, 'setChart', { relation: 'other', state: null });
  return pageAnswer(
    asked,
    {
      title: `Control chart: ${version.title}`,
      wide: true,
      back: { text: 'Measure', href: address },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <span class="govuk-caption-l">{`${view.code}, control chart`}</span>
      <h1 class="govuk-heading-l">{version.title}</h1>
      <p class="govuk-body-l">{saysNow(view)}</p>
      {period === null ? null : (
        <p class="govuk-body">
          {`As it stood in ${periodLabel(period)}, the latest period that is settled.`}
        </p>
      )}
      {charted === null ? null : <ChartPicture charted={charted} said={saysNow(view)} />}
      <Consider view={view} decides={decides} address={`${address}/chart`} />
      <DrawnNow view={view} />
      {decides ? <ChartForms asked={asked} view={view} problems={problems} /> : null}
      {charted === null ? null : <PointsTable charted={charted} />}
      {decisions}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

const saysNow = ({ signal }: ChartView): string =>
  signal === null ? 'There are no figures for this measure yet.' : signalInWords(signal);

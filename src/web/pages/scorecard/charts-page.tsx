import type { EvaluatedMeasure } from '../../../domain/evaluate.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { SmallImage } from '../../../reports/charts/chart-image.tsx';
import { measureChart } from '../../../reports/model/charts/measure-chart.ts';
import { assuranceMark, variationMark } from '../../../reports/model/charts/signal-marks.ts';
import {
  inOrderOf,
  type MultipleOrder,
  multipleOrders,
  multiplesHeadline,
  type SmallMultiple,
} from '../../../reports/model/charts/small-multiples.ts';
import { readScorecard } from '../../../workflow/queries/read-scorecard.ts';
import { readablePeriods } from '../../../workflow/queries/readable-periods.ts';
import { nextTurn } from '../../../workflow/remembered/turns.ts';
import { measureAddress, periodAddress, periodAt } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { numberedPages, pageOf } from '../../components/pagination/numbered.ts';
import { Pagination } from '../../components/pagination/pagination.tsx';
import { Rendered } from '../../components/rendered.tsx';
import { Select } from '../../components/select/select.tsx';
import { Signal } from '../../components/signal/signal.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** As many as are quick to read and to send; a council has a few more than that at most. */
const ON_A_PAGE = 120;

const orderNames: Readonly<Record<MultipleOrder, string>> = {
  signal: 'What has really changed first',
  target: 'Targets unlikely to be met first',
  given: 'As on the scorecard',
};

/** `/scorecard/:period/charts`: the control chart of every measure of a scorecard on one page. */
export async function chartsPage(asked: Asked): Promise<Answer> {
  const { known, query, params } = asked;
  const wanted = periodAt(params.period ?? '');
  const readable = (await readablePeriods(known)).find(({ period }) => period.code === wanted?.code);
  if (readable === undefined) return notFoundPage(asked);
  const { period } = readable;
  const code = query.get('scorecard') || null;
  const view = await readScorecard(known, { period, scorecard: code });
  if (view === null) return notFoundPage(asked);
  const order = multipleOrders.find((each) => each === query.get('order')) ?? 'signal';
  const charted = await multiplesOf(view.evaluation.measures, period.code);
  const { items, without } = charted;
  const page = pageOf(inOrderOf(items, order), query.get('page'), ON_A_PAGE);
  const address = `/scorecard/${periodAddress(period.code)}`;
  const own = code === null ? {} : { scorecard: code };
  const { name } = view.evaluation.snapshot.scorecard;
  const pages = numberedPages(
    page,
    (number) => `${address}/charts?${new URLSearchParams({ ...own, order, page: String(number) })}`,
  );
  return pageAnswer(
    asked,
    {
      title: `Control charts: ${name}, ${periodLabel(period)}`,
      wide: true,
      back: { text: 'Scorecard', href: `${address}${code === null ? '' : `?${new URLSearchParams(own)}`}` },
    },
    <>
      <span class="govuk-caption-l">{periodLabel(period)}</span>
      <h1 class="govuk-heading-l">{`${name}: control charts`}</h1>
      {items.length === 0 ? (
        <p class="govuk-body">
          No measure of this scorecard has figures that a control chart can be drawn of.
        </p>
      ) : (
        <>
          <p class="govuk-body-l">{multiplesHeadline(items)}</p>
          <form method="get" action={`${address}/charts`} class="ot-filters" aria-label="Choose the order">
            {code === null ? null : <input type="hidden" name="scorecard" value={code} />}
            <Select
              name="order"
              label="Order"
              formGroup={{ classes: 'govuk-form-group--wide' }}
              value={order}
              items={multipleOrders.map((value) => ({ value, text: orderNames[value] }))}
            />
            <div class="ot-filters__end">
              <Button classes="govuk-button--secondary">Show</Button>
            </div>
          </form>
          <ul class="ot-multiples" dangerouslySetInnerHTML={(await partsOf(page.items)).within} />
          {pages === null ? null : <Pagination {...pages} />}
          <p class="govuk-body">
            Each chart shows the last periods with their mean, the limits of usual variation (short dashes)
            and the target (long dashes). The figures stand on the page of the measure.
          </p>
        </>
      )}
      {without === 0 ? null : (
        <p class="govuk-body">
          {`${counted(without, 'measure')} ${without === 1 ? 'has' : 'have'} no control chart: too few figures, or figures that are no numbers.`}
        </p>
      )}
    </>,
  );
}

type Charted = SmallMultiple & { measure: EvaluatedMeasure };

/** Worked out a few at a time, so that nobody else's page waits. */
const AT_ONCE = 20;

async function multiplesOf(
  measures: readonly EvaluatedMeasure[],
  period: string,
): Promise<{ items: readonly Charted[]; without: number }> {
  const items: Charted[] = [];
  for (const [index, measure] of measures.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await nextTurn();
    const { version, chart: setting } = measure.snapshot;
    const signal = measure.signal();
    const chart = measureChart({ signal, version, seasonal: setting?.seasonal ?? false });
    if (chart === null) continue;
    items.push({
      code: version.code,
      title: version.title,
      href: `/measures/${measureAddress(version.code)}?period=${periodAddress(period)}`,
      chart,
      variation: variationMark(signal.variation),
      assurance: assuranceMark(signal.assurance),
      measure,
    });
  }
  return { items, without: measures.length - items.length };
}

/** Drawn once for each evaluation of a measure. */
const drawn = new WeakMap<EvaluatedMeasure, Rendered>();

async function partsOf(items: readonly SmallMultiple[]): Promise<Rendered> {
  const parts: Rendered[] = [];
  for (const [index, item] of (items as readonly Charted[]).entries()) {
    if (index > 0 && index % AT_ONCE === 0) await nextTurn();
    const part = drawn.get(item.measure) ?? Rendered.of(<Multiple item={item} />);
    drawn.set(item.measure, part);
    parts.push(part);
  }
  return Rendered.joined(parts);
}

function Multiple({ item: { code, title, href, chart, measure } }: { item: Charted }) {
  return (
    <li>
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={href ?? ''}>
          {title}
        </a>
        <span class="ot-under">{code}</span>
      </h2>
      <div class="ot-chart">
        <SmallImage chart={chart} id={`small-${measureAddress(code)}`} />
      </div>
      <Signal signal={measure.signal()} />
    </li>
  );
}

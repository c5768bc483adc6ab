import { SmallImage } from '../../../reports/charts/chart-image.tsx';
import { AssuranceIcon, VariationIcon } from '../../../reports/charts/signal-icon.tsx';
import { shelves } from '../../../reports/model/charts/gallery/shelves.ts';
import { xmrShelf } from '../../../reports/model/charts/gallery/xmr-specimens.ts';
import {
  type Assurance,
  assuranceLabels,
  type Variation,
  variationLabels,
} from '../../../reports/model/charts/signal-marks.ts';
import { ChartFigure } from '../../components/chart-figure/chart-figure.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** The kinds of chart, and what is too small to have a page of its own. */
export async function galleryPage(asked: Asked): Promise<Answer> {
  return pageAnswer(
    asked,
    { title: 'Charts', back: { href: '/set-up', text: 'Set-up' } },
    <>
      <h1 class="govuk-heading-l">Charts</h1>
      <p class="govuk-body">
        Every chart in every state that it can be in. The figures are made up. Each chart is drawn again for
        phones, and holds on paper and without colour.
      </p>
      <ul class="govuk-list">
        {shelves().map(({ id, name, specimens }) => (
          <li key={id}>
            <a class="govuk-link" href={`/charts/${id}`}>
              {name}
            </a>
            , {specimens.length} states
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Icons of control charts</h2>
      <ul class="govuk-list">
        {Object.entries(variationLabels).map(([icon, label]) => (
          <li key={icon} class="ot-icon-line">
            <VariationIcon mark={{ icon: icon as Variation }} /> {label}
          </li>
        ))}
        {Object.entries(assuranceLabels).map(([icon, label]) => (
          <li key={icon} class="ot-icon-line">
            <AssuranceIcon mark={{ icon: icon as Assurance }} /> {label}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Small charts of many measures</h2>
      <ul class="ot-multiples">
        {xmrShelf().specimens.map(({ id, state, chart }) => (
          <li key={id}>
            <h3 class="govuk-heading-s">{state}</h3>
            <div class="ot-chart">
              <SmallImage chart={chart} id={`small-${id}`} />
            </div>
          </li>
        ))}
      </ul>
    </>,
  );
}

/** All states of one kind of chart. */
export async function shelfPage(asked: Asked): Promise<Answer> {
  const shelf = shelves().find(({ id }) => id === asked.params.shelf);
  if (shelf === undefined) return notFoundPage(asked);
  return pageAnswer(
    asked,
    { title: `Charts: ${shelf.name}`, back: { href: '/charts', text: 'Charts' } },
    <>
      <h1 class="govuk-heading-l">{shelf.name}</h1>
      {shelf.specimens.map(({ id, state, chart }) => (
        <section key={id}>
          <h2 class="govuk-heading-m">{state}</h2>
          <ChartFigure
            chart={chart}
            id={id}
            files={{ svg: `/charts/${shelf.id}/${id}/svg`, png: `/charts/${shelf.id}/${id}/png` }}
          />
        </section>
      ))}
    </>,
  );
}

import { formatLongDate } from '../../../domain/number/date.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import type { Unit } from '../../../domain/number/unit.ts';
import { standingSentence, whyNoQuartile } from '../../../domain/peers/sentence.ts';
import type { PeerStanding } from '../../../domain/peers/standing.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { ChartImage } from '../../../reports/charts/chart-image.tsx';
import { peerBars } from '../../../reports/model/charts/peer-charts.ts';
import { EVERY, type PeersCompared, type PeersView } from '../../../workflow/queries/read-peers.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Details } from '../../components/details/details.tsx';
import { PeersTable } from './peers-table.tsx';

interface SectionProps {
  view: PeersView;
  code: string;
  today: string;
  /** Whether they may say when national figures are expected. */
  mayChange: boolean;
  /** Of the page that it stands on, with its period and the moment it shows. */
  address: string;
  /** False where the page shows what was known then. */
  isNow: boolean;
}

/** How the authority stands among others, on the page of a measure: the sentence first, then what it rests on. */
export function HowWeCompare({ view, code, today, mayChange, address: page, isNow }: SectionProps) {
  const { compared, measure } = view;
  const whole = `/measures/${measureAddress(code)}/comparison`;
  return (
    <section aria-labelledby="compare">
      <h2 class="govuk-heading-m" id="compare">
        How we compare
      </h2>
      {compared === null ? (
        <p class="govuk-body">
          {isNow
            ? 'No values of other councils are held for this measure.'
            : 'No values of other councils were held for this measure then.'}
        </p>
      ) : (
        <>
          {isNow ? null : (
            <p class="govuk-body">With the values of other councils, and the groups, that were held then.</p>
          )}
          <p class="govuk-body-l">{standingSentence(compared.standing, measure.unit)}</p>
          <Groups compared={compared} page={page} />
          <AboutPeriod compared={compared} view={view} />
          <Bars standing={compared.standing} unit={measure.unit} title={measure.title} />
          <Details summaryText="The councils and their values">
            <PeersTable
              standing={compared.standing}
              unit={measure.unit}
              caption={`Councils compared, ${periodLabel(compared.period)}`}
              whole={false}
            />
          </Details>
        </>
      )}
      <Expected view={view} today={today} />
      {compared === null && !mayChange ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={compared === null ? whole : `${whole}?${chosenIn(compared)}`}>
            {compared === null
              ? 'Say when national figures are expected'
              : `The whole comparison, with intervals${isNow ? '' : ', as now known'}`}
          </a>
        </p>
      )}
    </section>
  );
}

/** Whom it is compared with, and others that it can be; nothing to choose among where there is one. */
function Groups({ compared: { group, groups }, page }: { compared: PeersCompared; page: string }) {
  const all = [
    ...groups.map(({ code, name }) => ({ code, name })),
    { code: EVERY, name: 'Every council with a value' },
  ];
  if (all.length < 2) return null;
  const chosen = group?.code ?? EVERY;
  const hrefOf = (code: string) => {
    const [path = '', query = ''] = page.split('?');
    const wanted = new URLSearchParams(query);
    wanted.set('group', code);
    return `${path}?${wanted}#compare`;
  };
  return (
    <nav aria-label="Compared with">
      <ul class="govuk-list ot-inline-list">
        {all.map(({ code, name }) => (
          <li key={code}>
            {code === chosen ? (
              <strong aria-current="true">{name}</strong>
            ) : (
              <a class="govuk-link" href={hrefOf(code)}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The period and the group of a comparison, for an address. */
export const chosenIn = ({ period, group }: PeersCompared): string =>
  new URLSearchParams({ period: periodAddress(period.code), group: group?.code ?? EVERY }).toString();

/** The councils as bars; the sentence above says the same, and the table below has the figures. */
export function Bars({ standing, unit, title }: { standing: PeerStanding; unit: Unit; title: string }) {
  const chart = peerBars(standing, unit, `${title}, among others`);
  if (chart === null) return null;
  return (
    <div class="ot-chart">
      <ChartImage chart={chart} id="peers" class="ot-chart__wide" />
      <ChartImage chart={chart} id="peers-narrow" class="ot-chart__narrow" layout="narrow" />
    </div>
  );
}

/** Which period is compared, from whose figure, and where the others were published. */
export function AboutPeriod({ compared, view }: { compared: PeersCompared; view: PeersView }) {
  const { period, own, ownPublished, standing } = compared;
  const { unit } = view.measure;
  const note = whyNoQuartile(standing);
  const ours =
    own === null
      ? ''
      : own.published === null
        ? ` This council’s figure is its own record of that period, ${formatFigure(own.figure, unit)}.`
        : ` This council’s figure is the one published in ${own.published}: it has none of its own for that period.`;
  const differs =
    own !== null &&
    own.published === null &&
    ownPublished !== null &&
    formatFigure(ownPublished.figure, unit) !== formatFigure(own.figure, unit)
      ? ` ${ownPublished.publication} has ${formatFigure(ownPublished.figure, unit)} for it.`
      : '';
  return (
    <>
      <p class="govuk-body">{`For ${periodLabel(period)}.${ours}${differs}${note === null ? '' : ` ${note}`}`}</p>
      <p class="govuk-body-s">{sourcesOf(compared)}</p>
    </>
  );
}

/** `Source: Table 4, 13 December 2018.` Each publication once. */
export function sourcesOf({ standing, group }: PeersCompared): string {
  const said = new Map<string, string>();
  for (const { value } of standing.rows) if (value !== null) said.set(value.publication, value.publishedOn);
  const sources = [...said].map(([name, day]) => `${name}, ${formatLongDate(day)}`);
  const chosen =
    group === null ? '' : ` ${group.name}: ${group.source}, ${formatLongDate(group.sourceDate)}.`;
  return `${sources.length === 0 ? '' : `Source: ${sources.join('; ')}.`}${chosen}`;
}

/** When more is expected, and that it is late where it is. */
export function Expected({ view: { expected }, today }: { view: PeersView; today: string }) {
  if (expected === null || expected.expectedOn === null) return null;
  const about = expected.period === null ? '' : ` for ${periodLabel(periodOf(expected.period))}`;
  const day = formatLongDate(expected.expectedOn);
  return (
    <p class="govuk-body">
      {expected.expectedOn <= today
        ? `National figures${about} were expected on ${day} (${expected.publication}).`
        : `The next national figures${about} are expected on ${day} (${expected.publication}).`}
    </p>
  );
}

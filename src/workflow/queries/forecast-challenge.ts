import { type Crossing, crossingsOf, FEWEST } from '../../domain/forecast-ledger/record.ts';
import { measureLedger, type Outlook } from '../../domain/measure-ledger.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { UpdateContent } from '../../domain/round/update.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import { readFacts } from '../../store/read-facts.ts';
import type { Known } from '../remembered/known-now.ts';
import type { Acting } from '../round/acting.ts';
import { observationsOf } from '../round/facts-of-update.ts';
import { factsByMeasure } from './evaluate-update.ts';
import { readLedgers } from './forecast-ledger.ts';
import { schemesKnown } from './schemes-in-force.ts';

/** What is to be said beside a forecast before it is submitted or approved. */
export interface ForecastChallenge {
  from: Outcome;
  to: Outcome;
  /** How often such a forecast came true: of the measure, else of the narrowest that has enough; null with too few in all. */
  record: {
    crossing: Crossing;
    whose: 'measure' | 'owner' | 'directorate' | 'authority';
    name: string;
  } | null;
  /** The rest of the year with the figures as typed. */
  outlook: Outlook;
}

/** null where nothing was forecast, or the forecast or the figure has no status. */
export async function forecastChallenge(
  known: Known,
  acting: Pick<Acting, 'authority' | 'now' | 'today' | 'readText'>,
  { period, measure }: { period: string; measure: string },
  content: UpdateContent,
): Promise<ForecastChallenge | null> {
  const reporting = periodOf(period);
  const held = await readFacts(known.store, {
    authority: acting.authority,
    measures: [measure],
    withoutTexts: true,
  });
  const version = held.measures.findLast(({ validFrom }) => validFrom <= reporting.end);
  if (version === undefined) return null;
  const typed = observationsOf({ version }, content, period, acting, 'typed');
  const facts = factsByMeasure(held, reporting.end)(measure);
  const { outlook } = measureLedger(
    { ...facts, observations: [...facts.observations, ...typed.observations] },
    { period: reporting, today: acting.today, schemes: await schemesKnown(known) },
  );
  if (outlook === null || outlook.measure.snapshot.forecast === null) return null;
  const [from, to] = [outlook.measure.status.outcome, outlook.measure.forecastStatus.outcome];
  if (!from.inDenominator || !to.inDenominator) return null;
  return { from, to, record: await recordFor(known, acting.today, measure, from, to), outlook };
}

async function recordFor(
  known: Known,
  today: string,
  measure: string,
  from: Outcome,
  to: Outcome,
): Promise<ForecastChallenge['record']> {
  const lines = (await readLedgers(known, today))?.lines ?? [];
  const own = lines.find(({ version }) => version.code === measure);
  if (own === undefined) return null;
  const scopes = [
    { whose: 'measure', name: '', lines: [own] },
    {
      whose: 'owner',
      name: own.owner.name,
      lines: own.owner.id === '' ? [] : lines.filter(({ owner }) => owner.id === own.owner.id),
    },
    {
      whose: 'directorate',
      name: own.directorate.name,
      lines: lines.filter(({ directorate }) => directorate.code === own.directorate.code),
    },
    { whose: 'authority', name: '', lines },
  ] as const;
  for (const { whose, name, lines: some } of scopes) {
    const crossing = crossingsOf(some.flatMap(({ past }) => past)).find(
      (each) => each.from.id === from.id && each.to.id === to.id,
    );
    if (crossing !== undefined && crossing.forecasts >= FEWEST) return { crossing, whose, name };
  }
  return null;
}

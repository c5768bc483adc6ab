import { type Crossing, crossingsOf, FEWEST } from '../../domain/forecast-ledger/record.ts';
import { measureOutlook, type Outlook } from '../../domain/measure-ledger.ts';
import { periodOf } from '../../domain/period/parse.ts';
import type { UpdateContent } from '../../domain/round/update.ts';
import type { Outcome } from '../../domain/status/outcome.ts';
import type { Known } from '../remembered/known-now.ts';
import type { Acting } from '../round/acting.ts';
import { observationsOf } from '../round/facts-of-update.ts';
import { factsByMeasure } from './evaluate-update.ts';
import { type LedgerLine, ledgersIfKnown, readLedgerLine } from './forecast-ledger.ts';
import { lateYearsKnown, ledgerFacts } from './ledgers-of.ts';

export interface ForecastRecord {
  crossing: Crossing;
  whose: 'measure' | 'owner' | 'directorate' | 'authority';
  name: string;
}

/** What is to be said beside a forecast before it is submitted or approved. */
export interface ForecastChallenge {
  from: Outcome;
  to: Outcome;
  /**
   * How often such a forecast came true: of the measure, else of the narrowest that has enough. `notYet`: the measure alone
   * has too few, and those of others are still being counted.
   */
  record: ForecastRecord | 'tooFew' | 'notYet';
  /** The rest of the year with the figures as typed. */
  outlook: Outlook;
}

/**
 * null where nothing was forecast, or the forecast or the figure has no status. Waits for the figures of this measure, and
 * never for those of all.
 */
export async function forecastChallenge(
  known: Known,
  acting: Pick<Acting, 'authority' | 'now' | 'today' | 'readText'>,
  { period, measure }: { period: string; measure: string },
  content: UpdateContent,
): Promise<ForecastChallenge | null> {
  const reporting = periodOf(period);
  const late = await lateYearsKnown(known, reporting, acting.today);
  const held = await ledgerFacts(known, late, [measure]);
  const version = held.measures.findLast(({ validFrom }) => validFrom <= reporting.end);
  if (version === undefined) return null;
  const typed = observationsOf({ version }, content, period, acting, 'typed');
  const facts = factsByMeasure(held, reporting.end)(measure);
  const outlook = measureOutlook(
    { ...facts, observations: [...facts.observations, ...typed.observations] },
    late.question,
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
  const often = (some: readonly LedgerLine[]) => {
    const crossing = crossingsOf(some.flatMap(({ past }) => past)).find(
      (each) => each.from.id === from.id && each.to.id === to.id,
    );
    return crossing !== undefined && crossing.forecasts >= FEWEST ? crossing : null;
  };
  const own = await readLedgerLine(known, today, measure);
  if (own === null) return 'tooFew';
  const crossing = often([own]);
  if (crossing !== null) return { crossing, whose: 'measure', name: '' };
  const all = await ledgersIfKnown(known, today);
  if (all === null) return 'notYet';
  const { lines } = all;
  const scopes = [
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
    const wider = often(some);
    if (wider !== null) return { crossing: wider, whose, name };
  }
  return 'tooFew';
}

import {
  methodInWords,
  noPaceInWords,
  notComputedInWords,
  paceInWords,
  prospectInWords,
} from './forecast-ledger/words.ts';
import type { Outlook } from './measure-ledger.ts';
import { decimal } from './number/decimal.ts';
import { formatFigure, formatNumber } from './number/format.ts';
import type { Unit } from './number/unit.ts';

/** What the rest of the year asks for; a sentence, also where there is nothing to work out. */
export const paceSentence = ({ pace, measure }: Outlook): string =>
  pace.kind === 'none' ? noPaceInWords[pace.why] : paceInWords(pace, measure.snapshot.version.unit);

/** @example computedSentence(outlook) // '757.0 by the share of the year’s total that had come in by now, over 3 years' */
export function computedSentence({ computed, measure }: Outlook): string {
  if (computed.kind === 'none') return notComputedInWords[computed.why];
  const { unit } = measure.snapshot.version;
  const { range } = computed;
  const between =
    range === null ? ', without a range' : `, from ${shown(range.low, unit)} to ${shown(range.high, unit)}`;
  return `${shown(computed.value, unit)} ${methodInWords(computed)}${between}.`;
}

/** In a few words, for a table. */
export function computedBriefly({ computed, measure }: Outlook): string {
  if (computed.kind === 'none') return 'Not worked out';
  return shown(computed.value, measure.snapshot.version.unit);
}

/** null where nothing can honestly be said. */
export const prospectSentence = ({ computed }: Outlook): string | null =>
  computed.kind === 'none' || computed.prospect === null ? null : prospectInWords[computed.prospect];

/** The service's own forecast, as printed. */
export function serviceForecast({ measure }: Outlook): string {
  const { forecast, version } = measure.snapshot;
  return forecast === null ? 'None given' : formatFigure(forecast.figure, version.unit);
}

const shown = (value: string, unit: Unit): string => formatNumber(decimal(value), unit);

import type { MeasureVersion } from '../../../../domain/measure/measure.ts';
import { unitInWords } from '../../../../domain/number/unit-words.ts';
import { FREQUENCIES, KINDS, PERIOD_BASES, POLARITIES } from '../../../../importers/measures/words.ts';
import { wordOf } from './words.ts';

/** The definition sheet for those who read it: internal audit, administrators. */
export function SheetAsRead({ version }: { version: MeasureVersion }) {
  const { definition, polarity, periodBasis } = version;
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['Unit', unitInWords(version.unit)],
    ['Which way is good', polarity === null ? null : wordOf(POLARITIES, polarity)],
    ['Collected', wordOf(FREQUENCIES, version.frequency)],
    ['What a figure covers', periodBasis === null ? null : wordOf(PERIOD_BASES, periodBasis)],
    ['Kind', wordOf(KINDS, version.kind)],
    ['Owner', version.owner],
    ['Also known as', version.aliases.join('; ')],
    ['What it means', definition.meaning],
    ['Why it is measured', definition.rationale],
    ['How it is worked out', definition.formula],
    ['Numerator', definition.numerator],
    ['Denominator', definition.denominator],
    ['What is left out', definition.exclusions],
    ['Where the figures come from', definition.source],
    ['How late they are known', definition.lag],
    ['What to beware of', definition.limitations],
    ['Note', version.note],
  ];
  return (
    <dl class="govuk-summary-list">
      {lines.map(([name, value]) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value ot-pre">{value || 'Not said'}</dd>
        </div>
      ))}
    </dl>
  );
}

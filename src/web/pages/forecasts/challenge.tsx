import { challengeInWords, notYetInWords, tooFewInWords } from '../../../domain/forecast-ledger/words.ts';
import { paceSentence } from '../../../domain/outlook-words.ts';
import {
  type ForecastChallenge,
  type ForecastRecord,
  forecastChallenge,
} from '../../../workflow/queries/forecast-challenge.ts';
import type { UpdateView } from '../../../workflow/queries/update-view.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress } from '../../addresses.ts';
import type { Asked } from '../../route.ts';

/** Beside a forecast: how often such a one came true, and what it asks of the rest of the year. */
export async function Challenge({ asked, view, by }: { asked: Asked; view: UpdateView; by: 'You' | 'They' }) {
  const which = { period: view.period.code, measure: view.line.code };
  const found = await forecastChallenge(asked.known, actingFor(asked), which, view.content);
  if (found === null) return null;
  const sentences = [
    recordSentence(found, by),
    ...(found.outlook.pace.kind === 'none' ? [] : [paceSentence(found.outlook)]),
  ];
  return (
    <div class="govuk-inset-text">
      {by === 'They' ? (
        <h2 class="govuk-heading-s">The forecast</h2>
      ) : (
        <h3 class="govuk-heading-s">The forecast</h3>
      )}
      {sentences.map((sentence) => (
        <p class="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`/measures/${measureAddress(which.measure)}/forecasts`}>
          Every forecast, and what came of it
        </a>
      </p>
    </div>
  );
}

function recordSentence({ from, to, record }: ForecastChallenge, by: 'You' | 'They'): string {
  if (record === 'tooFew') return tooFewInWords(from, to, by);
  if (record === 'notYet') return notYetInWords(from, to, by);
  return challengeInWords(record.crossing, whoseInWords(record), by);
}

function whoseInWords({ whose, name }: ForecastRecord): string {
  switch (whose) {
    case 'measure':
      return '';
    case 'owner':
      return ` for the measures of ${name}`;
    case 'directorate':
      return ` for the measures of ${name}`;
    case 'authority':
      return ' for all measures';
  }
}

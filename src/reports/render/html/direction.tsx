import type { DirectionMark } from '../../model/report.ts';

/** An arrow for the eye; the word carries the meaning. */
const arrows: Readonly<Record<DirectionMark['symbol'], string>> = {
  up: 'M8 1.5 14.5 9H10.5V14.5H5.5V9H1.5Z',
  level: 'M14.5 8 7 14.5V10.5H1.5V5.5H7V1.5Z',
  down: 'M8 14.5 1.5 7H5.5V1.5H10.5V7H14.5Z',
  none: 'M3 6.8H13V9.2H3Z',
};

interface DirectionViewProps {
  direction: DirectionMark;
  about: string;
  /** Where no column heading says what it is. */
  headed: boolean;
  /** Whether paper has room for the few words only. */
  briefly?: boolean;
}

export function DirectionView({ direction, about, headed, briefly = false }: DirectionViewProps) {
  const { label, symbol, basis, explanation, brief, asPublished, signal } = direction;
  return (
    <div class="direction">
      {headed ? <p class="group-heading">Direction of travel</p> : null}
      <span class="travel">
        <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
          <path fill="currentColor" d={arrows[symbol]} />
        </svg>{' '}
        <span class="word">{label}</span>
      </span>
      {briefly && brief !== '' ? <p class="brief">{brief}</p> : null}
      <details class={briefly && brief !== '' ? 'why on-screen' : 'why'}>
        <summary>
          Why?<span class="unseen">{` ${about}: ${label}`}</span>
        </summary>
        {explanation === '' ? null : <p>{explanation}</p>}
        <p class={asPublished ? undefined : 'basis'}>{basis}</p>
      </details>
      {signal === undefined ? null : <p class="brief signal">{signal}</p>}
      {asPublished ? <span class="remark on-screen">{basis}</span> : null}
    </div>
  );
}

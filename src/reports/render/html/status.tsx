import { StatusShapeImage } from '../../charts/status-shape.tsx';
import type { StatusMark } from '../../model/report.ts';
import type { Appearance } from './report-style.ts';

interface StatusProps {
  status: StatusMark;
  appearance: Appearance;
}

/** Word, shape and colour. The shape says nothing to a screen reader: the word stands beside it. */
export function StatusChip({ status, appearance }: StatusProps) {
  return (
    <span class={`chip ${appearance.colourClass(status)}${status.isStatus ? '' : ' state'}`}>
      <StatusShapeImage shape={status.shape} /> <span class="word">{status.label}</span>
    </span>
  );
}

interface StatusViewProps extends StatusProps {
  /** The row and the column, for the name of the control. */
  about: string;
  /** Whether paper has room for the few words only. */
  briefly: boolean;
}

/** A status in a few words, and the whole reason for it: folded on screen, printed where there is room. */
export function StatusView({ status, appearance, about, briefly }: StatusViewProps) {
  const { label, asPublished, brief, explanation, distance, original } = status;
  return (
    <>
      <StatusChip status={status} appearance={appearance} />
      {asPublished ? <span class="remark"> as published</span> : null}
      {brief === '' ? null : <p class={briefly ? 'brief' : 'brief on-screen'}>{brief}</p>}
      {original === undefined ? null : <p class="brief original">{original}</p>}
      {explanation === '' ? null : (
        <details class={briefly ? 'why on-screen' : 'why'}>
          <summary>
            Why?<span class="unseen">{` ${about}: ${label}`}</span>
          </summary>
          <p>{explanation}</p>
          {distance === '' ? null : <p class="on-screen">{distance}</p>}
        </details>
      )}
    </>
  );
}

import {
  restatedRoleNames,
  restatementKindNames,
  restatementKinds,
} from '../../../../domain/restatement/restatement.ts';
import { targetRoleNames } from '../../../../domain/target/target.ts';
import type { RestatedByImport } from '../../../../workflow/restatements/restate-by-import.ts';
import type { Retargeted } from '../../../../workflow/restatements/retargeted.ts';
import {
  changedOf,
  type ImportWords,
  type Published,
  periodsOf,
} from '../../../../workflow/set-up/import-deliveries.ts';
import { Select } from '../../../components/select/select.tsx';
import { StatusTag } from '../../../components/status-tag/status-tag.tsx';
import { Table } from '../../../components/table/table.tsx';
import { Textarea } from '../../../components/textarea/textarea.tsx';
import { WarningText } from '../../../components/warning-text/warning-text.tsx';
import { type FieldProblem, messageFor } from '../../../form-problems.tsx';
import { counted } from '../../../wording/count.ts';
import { printedFigure } from '../../restate/earlier.tsx';

/** As many as somebody reads; the rest is counted. */
const MOST_SHOWN = 100;

/**
 * Which published figures a file would change, and which targets they were judged by: what each is, what it would be,
 * and what that does.
 */
export function PublishedFigures({ published }: { published: Published }) {
  const { restated, targets } = published;
  return (
    <>
      <WarningText>{`This file changes what has been published: ${inWords(published)}.`}</WarningText>
      <Changes caption="Published figures that change" thing="figure" of={restated.map(figureChange)} />
      <Changes
        caption="Targets that published figures were judged by"
        thing="target"
        of={targets.map(targetChange)}
      />
    </>
  );
}

function Changes({ caption, thing, of }: { caption: string; thing: string; of: readonly Change[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <Table
        caption={caption}
        columns={[
          { heading: 'Measure', label: '' },
          { heading: 'Was', label: 'Was' },
          { heading: 'Is', label: 'Is' },
          { heading: 'What it does', label: 'What it does' },
        ]}
        empty=""
        rows={of.slice(0, MOST_SHOWN).map((each) => ({ key: each.which, cells: cellsOf(each) }))}
      />
      {of.length <= MOST_SHOWN ? null : (
        <p class="govuk-body">{`And ${counted(of.length - MOST_SHOWN, thing)} more.`}</p>
      )}
    </>
  );
}

function figureChange({ restatement, title, status, later }: RestatedByImport): Change {
  const { measure, period, role, was, is, effect } = restatement;
  const which = `${measure}, ${period}, ${restatedRoleNames[role].toLowerCase()}`;
  return { title, which, was: printedFigure(was), is: printedFigure(is), status, effect, later };
}

function targetChange({ measure, title, period, role, was, ...each }: Retargeted): Change {
  const which = `${measure}, ${period}, ${targetRoleNames[role].toLowerCase()}`;
  return { ...each, title: title ?? measure, which, was: was ?? 'No target' };
}

interface Change extends Pick<Retargeted, 'status' | 'later'> {
  title: string;
  /** Of the measure: its code, the period and what kind of figure. */
  which: string;
  was: string;
  is: string;
  effect: string;
}

function cellsOf({ title, which, was, is, status, effect, later }: Change) {
  return [
    <>
      {title}
      <span class="ot-under">{which}</span>
    </>,
    <span key="was" class="ot-name">
      {was}
      {status === null ? null : (
        <span class="ot-under">
          <StatusTag outcome={status.was} />
        </span>
      )}
    </span>,
    <span key="is" class="ot-name">
      <strong>{is}</strong>
      {status === null ? null : (
        <span class="ot-under">
          <StatusTag outcome={status.is} />
        </span>
      )}
    </span>,
    <>
      {effect}
      {later.map((one) => (
        <span key={one} class="ot-under">
          {one}
        </span>
      ))}
    </>,
  ];
}

/** `2 figures and 1 text of 2018-19/Q2` for each period. */
const inWords = (published: Published): string =>
  periodsOf(published)
    .map((period) => `${changedOf(published, period)} of ${period}`)
    .join('; ');

interface WhyProps {
  published: Published;
  words: ImportWords;
  problems: readonly FieldProblem[];
}

/** Why what was published changes: nothing is imported without. */
export function WhyPublished({ published, words, problems }: WhyProps) {
  return (
    <>
      <Textarea
        name="reason"
        label={`Why does what was published for ${periodsOf(published).join(', ')} change?`}
        hint="One or two sentences. They are printed beside each figure that changes and in the next report. Editions stay as they are."
        rows={3}
        value={words.reason ?? ''}
        errorMessage={messageFor(problems, 'reason')}
      />
      {published.restated.length === 0 ? null : (
        <Select
          name="kind"
          label="Is it one of these?"
          value={words.kind ?? ''}
          errorMessage={messageFor(problems, 'kind')}
          items={[
            { value: '', text: 'No, or several' },
            ...restatementKinds.map((kind) => ({ value: kind, text: restatementKindNames[kind] })),
          ]}
        />
      )}
    </>
  );
}

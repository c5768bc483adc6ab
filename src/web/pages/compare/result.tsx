import { wordChanges } from '../../../domain/commentary/word-changes.ts';
import { aspectGroups, aspectNames } from '../../../domain/comparison/as-printed.ts';
import type { Comparison, Difference, Member } from '../../../domain/comparison/compare.ts';
import { comparisonSentence } from '../../../domain/comparison/in-words.ts';
import { Table } from '../../components/table/table.tsx';
import { WordsChanged } from '../../components/words-changed/words-changed.tsx';

interface ResultProps {
  comparison: Comparison;
  /** Those that are asked for. */
  shown: readonly Difference[];
  before: string;
  after: string;
  /** The same as a file. */
  file: string;
}

/** What differs between two sides: membership, counts, then everything that a reader sees otherwise. */
export function Result({ comparison, shown, before, after, file }: ResultProps) {
  const { differences, joined, left, nowExceptions, noLongerExceptions } = comparison;
  return (
    <>
      <p class="govuk-body-l">{comparisonSentence(comparison)}</p>
      <p class="govuk-body">
        {`Was: ${before}.`}
        <br />
        {`Is: ${after}.`}
      </p>
      <Members title="Joined the scorecard" members={joined} />
      <Members title="Left the scorecard" members={left} />
      <Members title="Now off target, or off target in forecast" members={nowExceptions} />
      <Members title="No longer off target, now or in forecast" members={noLongerExceptions} />
      <Counts comparison={comparison} />
      <Differences shown={shown} all={differences.length} />
      <p class="govuk-body">
        <a class="govuk-link" href={file} download>
          Download these differences as a CSV file
        </a>
      </p>
    </>
  );
}

const Members = ({ title, members }: { title: string; members: readonly Member[] }) =>
  members.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-s">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {members.map(({ measure, title: name }) => (
          <li key={measure}>{`${measure}, ${name}`}</li>
        ))}
      </ul>
    </>
  );

/** Every status; of the situations without one only those whose number differs. */
const isTold = ({ isStatus, now, forecast }: Comparison['counts'][number]): boolean =>
  isStatus || now.was !== now.is || forecast.was !== forecast.is;

const Counts = ({ comparison: { counts } }: { comparison: Comparison }) => (
  <Table
    caption="How many measures had which status"
    columns={[
      { heading: 'Status', label: '' },
      { heading: 'Now, was', label: 'Now, was', numeric: true },
      { heading: 'Now, is', label: 'Now, is', numeric: true },
      { heading: 'Forecast, was', label: 'Forecast, was', numeric: true },
      { heading: 'Forecast, is', label: 'Forecast, is', numeric: true },
    ]}
    empty="There are no measures on either side."
    rows={counts.filter(isTold).map(({ outcome, label, now, forecast }) => ({
      key: outcome,
      cells: [label, String(now.was), String(now.is), String(forecast.was), String(forecast.is)],
    }))}
  />
);

/** Whether enough of a text has stayed for its changes to be marked; one that was written anew is easier to read whole. */
function isRevised(was: string, is: string): boolean {
  const same = wordChanges(was, is).reduce(
    (sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0),
    0,
  );
  return same * 2 >= Math.max(was.length, is.length);
}

const texts: readonly string[] = aspectGroups.texts;

const Differences = ({ shown, all }: { shown: readonly Difference[]; all: number }) => (
  <Table
    caption={`What is different (${shown.length})`}
    columns={[
      { heading: 'Measure', label: '' },
      { heading: 'What', label: 'What' },
      { heading: 'Was', label: 'Was' },
      { heading: 'Is', label: 'Is' },
    ]}
    empty={all === 0 ? '' : 'Nothing of what you chose is different.'}
    rows={shown.map((each) => ({ key: `${each.measure} ${each.aspect}`, cells: cellsOf(each) }))}
  />
);

const textCells = (was: string, is: string) =>
  isRevised(was, is)
    ? (['before', 'after'] as const).map((side) => (
        <WordsChanged key={side} before={was} after={is} side={side} />
      ))
    : [was, is].map((text) => (
        <span key={text} class="ot-pre">
          {text}
        </span>
      ));

function cellsOf({ measure, title, directorate, aspect, was, is }: Difference) {
  return [
    <>
      {title}
      <span class="ot-under">{`${measure}, ${directorate}`}</span>
    </>,
    <span key="what" class="ot-name">
      {aspectNames[aspect]}
    </span>,
    ...(texts.includes(aspect) ? textCells(was, is) : [was, <strong key="is">{is}</strong>]),
  ];
}

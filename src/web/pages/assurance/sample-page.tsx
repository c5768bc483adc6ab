import { assuranceResults, resultNamed } from '../../../domain/assurance/assurance.ts';
import type { MeasureVersion } from '../../../domain/measure/measure.ts';
import { formatLongDate } from '../../../domain/number/date.ts';
import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { can } from '../../../domain/permission/can.ts';
import { recordResult, type TypedResult } from '../../../workflow/assurance/record-result.ts';
import { drawnInWords, isRecordedSince } from '../../../workflow/queries/pack-sample.ts';
import { type SampledFigure, type SampleView, sampleView } from '../../../workflow/queries/samples.ts';
import { Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Radios } from '../../components/choices/choices.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { SummaryList } from '../../components/summary-list/summary-list.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { momentInWords } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';

/** One sample: each figure with what it rests on, and the form of its test. */
export const samplePage = (asked: Asked): Promise<Answer> => shown(asked, null, []);

/** Keeps the result of one test, or shows the form again with what is wrong. */
export async function saveResult(asked: Asked): Promise<Answer> {
  const { form, params } = asked;
  const typed: TypedResult = {
    sample: params.sample ?? '',
    measure: typedText(form, 'measure', 200),
    result: typedText(form, 'result', 40),
    found: typedText(form, 'found', 200) || null,
    note: typedText(form, 'note', 6_000),
  };
  try {
    await recordResult(asked.store, actingFor(asked), typed);
    return {
      kind: 'redirect',
      to: `/assurance/${typed.sample}#${anchorOf(typed.measure)}`,
      notice: `What the test of ${typed.measure} showed has been recorded.`,
    };
  } catch (error) {
    if (!(error instanceof Refused) || error.kind !== 'invalid') throw error;
    return shown(asked, typed, error.problems);
  }
}

const anchorOf = (code: string): string => `test-${measureAddress(code)}`;

async function shown(
  asked: Asked,
  typed: TypedResult | null,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const id = asked.params.sample ?? '';
  const view = await sampleView(asked.store, actingFor(asked), id);
  if (view === null) return notFoundPage(asked);
  const label = periodLabel(periodOf(view.sample.period));
  const mayTest = can(asked.actors, 'testFigures', { relation: 'other', state: null });
  const own = (code: string) =>
    typed?.measure === code
      ? problems.map(({ field, message }) => ({ field: fieldOf(code, field), message }))
      : [];
  return pageAnswer(
    asked,
    {
      title: `Internal audit sample, ${label}`,
      back: { text: 'Figures tested by internal audit', href: '/assurance' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={typed === null ? [] : own(typed.measure)} />
      <span class="govuk-caption-l">{label}</span>
      <h1 class="govuk-heading-l">Internal audit sample</h1>
      <p class="govuk-body">
        {drawnInWords(view.sample, `on ${momentInWords(view.sample.at, asked.authority.timeZone)}`)}
      </p>
      <Downloads id={id} />
      {view.figures.map((figure) => (
        <Figure
          key={figure.code}
          asked={asked}
          view={view}
          figure={figure}
          mayTest={mayTest}
          typed={typed?.measure === figure.code ? typed : null}
          problems={own(figure.code)}
        />
      ))}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

const fieldOf = (code: string, field: string): string => `${field}-${measureAddress(code)}`;

const formats = { html: 'Web page', pdf: 'PDF', docx: 'Word' } as const;

function Downloads({ id }: { id: string }) {
  return (
    <p class="govuk-body">
      {'The pack with every figure, its trail and a form to fill in: '}
      {Object.entries(formats).map(([format, words], index) => (
        <span key={format}>
          {index === 0 ? '' : ', '}
          <a class="govuk-link" href={`/assurance/${id}/pack.${format}`}>
            {words}
          </a>
        </span>
      ))}
    </p>
  );
}

interface FigureProps {
  asked: Asked;
  view: SampleView;
  figure: SampledFigure;
  mayTest: boolean;
  typed: TypedResult | null;
  problems: readonly FieldProblem[];
}

function Figure({ asked, view, figure, mayTest, typed, problems }: FigureProps) {
  const { code, measure, trace, results } = figure;
  const last = results.at(-1);
  const stands = trace.figures.findLast(({ role }) => role === 'actual' || role === 'toDate');
  const trail = `/trace/${periodAddress(view.sample.period)}/${measureAddress(code)}`;
  const parts =
    stands?.numerator && stands.denominator ? `${stands.numerator} of ${stands.denominator}` : 'Not held';
  return (
    <section aria-labelledby={anchorOf(code)}>
      <h2 class="govuk-heading-m" id={anchorOf(code)}>
        {`${code} ${measure?.snapshot.version.title ?? ''}`}
      </h2>
      <SummaryList
        rows={[
          ...(measure === null
            ? [{ key: 'Figure', value: 'The measure is no longer on the scorecard' }]
            : [
                {
                  key: 'Figure',
                  value: (
                    <>
                      {`${formatFigure(measure.snapshot.position.figure, measure.snapshot.version.unit)} `}
                      <StatusTag outcome={measure.status.outcome} />
                    </>
                  ),
                },
                {
                  key: 'Definition',
                  value: (
                    <>
                      {definitionOf(measure.snapshot.version)}
                      <span class="ot-under">{`In force from ${formatLongDate(measure.snapshot.version.validFrom)}`}</span>
                    </>
                  ),
                },
              ]),
          { key: 'Numerator and denominator', value: parts },
          {
            key: 'Evidence',
            value:
              trace.evidence.length === 0
                ? 'None was given'
                : trace.evidence.map(({ title, file }) => (
                    <span class="ot-under" key={title}>
                      {file === null ? title : `${title}: SHA-256 ${file.sha256}`}
                    </span>
                  )),
          },
          {
            key: 'Trail',
            value: (
              <a class="govuk-link" href={trail}>
                {'Entries, sources and editions'}
                <span class="govuk-visually-hidden">{` of ${code}`}</span>
              </a>
            ),
          },
          { key: 'Result', value: resultInWords(figure) },
        ]}
      />
      {mayTest ? (
        <Details
          summaryText={`${last === undefined ? 'Record' : 'Record again'} what the test of ${code} showed`}
          open={typed !== null}
        >
          <TestForm asked={asked} code={code} sample={view.sample.id} typed={typed} problems={problems} />
        </Details>
      ) : null}
    </section>
  );
}

/** How it is worked out, or else what it counts. */
const definitionOf = ({ definition: { formula, meaning } }: MeasureVersion): string =>
  formula ?? meaning ?? 'How it is worked out is not said';

function resultInWords(figure: SampledFigure) {
  const { results, trace } = figure;
  const last = results.at(-1);
  if (last === undefined) return 'Not tested yet';
  const by = trace.people.get(last.person)?.name ?? last.person;
  return (
    <>
      <strong>{resultNamed(last.result).label}</strong>
      <span class="ot-under">{`${formatLongDate(last.testedOn)}, ${by}`}</span>
      {isRecordedSince(figure) ? (
        <span class="ot-under">The figure has been recorded again since: test it again</span>
      ) : null}
      {last.found === null ? null : <span class="ot-under">{`Figure worked out: ${last.found}`}</span>}
      {last.note === '' ? null : <span class="ot-under ot-pre">{last.note}</span>}
      {results.length > 1 ? (
        <span class="ot-under">{`Recorded ${results.length} times: earlier results are in the trail`}</span>
      ) : null}
    </>
  );
}

interface TestFormProps {
  asked: Asked;
  code: string;
  sample: string;
  typed: TypedResult | null;
  problems: readonly FieldProblem[];
}

function TestForm({ asked, code, sample, typed, problems }: TestFormProps) {
  const field = (name: string) => fieldOf(code, name);
  return (
    <form method="post" action={`/assurance/${sample}`} noValidate>
      <Token asked={asked} />
      <input type="hidden" name="measure" value={code} />
      <Radios
        name="result"
        id={field('result')}
        legend="What the test showed"
        errorMessage={messageFor(problems, field('result'))}
        items={assuranceResults.map(({ id, label, words }) => ({
          value: id,
          text: label,
          hint: `The figure ${words}`,
          checked: typed?.result === id,
        }))}
      />
      <Input
        name="found"
        id={field('found')}
        label="Figure that you came to"
        hint="Leave blank if you came to none"
        classes="govuk-input--width-10"
        value={typed?.found ?? ''}
        errorMessage={messageFor(problems, field('found'))}
      />
      <Textarea
        name="note"
        id={field('note')}
        label="What was done and seen"
        hint="For the working papers; reports print the result alone"
        value={typed?.note ?? ''}
        errorMessage={messageFor(problems, field('note'))}
      />
      <Button>
        Record
        <span class="govuk-visually-hidden">{` what the test of ${code} showed`}</span>
      </Button>
    </form>
  );
}

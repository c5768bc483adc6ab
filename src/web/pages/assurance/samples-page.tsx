import { periodLabel } from '../../../domain/period/label.ts';
import { parsePeriod, periodOf } from '../../../domain/period/parse.ts';
import { can } from '../../../domain/permission/can.ts';
import { takeSample } from '../../../workflow/assurance/draw-sample.ts';
import { listRounds } from '../../../workflow/queries/list-rounds.ts';
import { listSamples, testableFigures } from '../../../workflow/queries/samples.ts';
import { Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkboxes } from '../../components/choices/choices.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { Table } from '../../components/table/table.tsx';
import { type FieldProblem, messageFor, Problems } from '../../form-problems.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { typedText } from '../../typed-form.ts';
import { momentInWords } from '../../wording/days.ts';

/** The form of a new sample: every field is text. */
interface TypedSample {
  period: string;
  size: string;
  seed: string;
  chosen: readonly string[];
  reason: string;
}

const MOST = 200;

/** Every sample of internal audit, and the form that draws another. */
export async function samplesPage(asked: Asked): Promise<Answer> {
  const [latest] = await listRounds(asked.store, asked.authority.code);
  const period = typedText(asked.query, 'period', MOST) || (latest?.period ?? '');
  return shown(asked, { period, size: '', seed: '', chosen: [], reason: '' }, []);
}

export async function drawSample(asked: Asked): Promise<Answer> {
  const { form } = asked;
  const typed: TypedSample = {
    period: typedText(form, 'period', MOST),
    size: typedText(form, 'size', MOST),
    seed: typedText(form, 'seed', MOST),
    chosen: form.getAll('chosen').slice(0, 2_000),
    reason: typedText(form, 'reason', MOST),
  };
  const read = parsePeriod(typed.period);
  if (!('period' in read)) return shown(asked, typed, [{ field: 'period', message: read.problem }]);
  try {
    const id = await takeSample(asked.store, actingFor(asked), {
      period: read.period,
      scorecard: null,
      chosen: typed.chosen,
      size: typed.size,
      seed: typed.seed,
      reason: typed.reason === '' ? null : typed.reason,
    });
    return { kind: 'redirect', to: `/assurance/${id}`, notice: 'The sample has been drawn and kept.' };
  } catch (error) {
    if (!(error instanceof Refused) || error.kind === 'notAllowed') throw error;
    const problems =
      error.problems.length > 0 ? error.problems : [{ field: 'period', message: error.message }];
    return shown(asked, typed, problems);
  }
}

async function shown(asked: Asked, typed: TypedSample, problems: readonly FieldProblem[]): Promise<Answer> {
  const acting = actingFor(asked);
  const mayTest = can(asked.actors, 'testFigures', { relation: 'other', state: null });
  const samples = await listSamples(asked.store, acting);
  return pageAnswer(
    asked,
    {
      title: 'Figures tested by internal audit',
      back: { text: 'Audit trail', href: '/audit' },
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Figures tested by internal audit</h1>
      <Table
        caption="Samples"
        columns={[
          { heading: 'Sample', label: '' },
          { heading: 'Figures', label: 'Figures' },
          { heading: 'Tested', label: 'Tested' },
          { heading: 'Not agreed', label: 'Not agreed' },
          { heading: 'Drawn', label: 'Drawn' },
        ]}
        empty="No sample has been drawn yet."
        rows={samples.map(({ sample, by, tested, notAgreed }) => ({
          key: sample.id,
          cells: [
            <a key="a" class="govuk-link" href={`/assurance/${sample.id}`}>
              {periodLabel(periodOf(sample.period))}
              <span class="govuk-visually-hidden">{`, drawn on ${momentInWords(sample.at, asked.authority.timeZone)}`}</span>
            </a>,
            String(sample.measures.length),
            String(tested),
            String(notAgreed),
            <>
              {momentInWords(sample.at, asked.authority.timeZone)}
              <span class="ot-under">{`by ${by}, ${sample.seed === null ? 'chosen' : 'at random'}`}</span>
            </>,
          ],
        }))}
      />
      {mayTest ? (
        <NewSample asked={asked} typed={typed} problems={problems} figures={await figuresOf(asked, typed)} />
      ) : null}
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** Those that could be ticked; none while the period cannot be read. */
async function figuresOf(asked: Asked, { period }: TypedSample) {
  const read = parsePeriod(period);
  return 'period' in read ? testableFigures(asked.store, actingFor(asked), read.period.code) : [];
}

interface NewSampleProps {
  asked: Asked;
  typed: TypedSample;
  problems: readonly FieldProblem[];
  figures: Awaited<ReturnType<typeof testableFigures>>;
}

function NewSample({ asked, typed, problems, figures }: NewSampleProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Draw a sample</h2>
      <form method="post" action="/assurance" noValidate>
        <Token asked={asked} />
        <Input
          name="period"
          label="Period"
          hint="For example, 2018-19/Q2"
          classes="govuk-input--width-10"
          value={typed.period}
          errorMessage={messageFor(problems, 'period')}
        />
        <Input
          name="size"
          label="How many figures"
          hint="Drawn at random from those that have been entered"
          classes="govuk-input--width-5"
          inputmode="numeric"
          value={typed.size}
          errorMessage={messageFor(problems, 'size')}
        />
        <Input
          name="seed"
          label="Words that fix the draw"
          hint="Anything, like the date and your name. With the same words anybody draws the same figures again, so that nobody can say they were picked"
          value={typed.seed}
          errorMessage={messageFor(problems, 'seed')}
        />
        <Details
          summaryText="Choose the figures instead"
          open={typed.chosen.length > 0 || messageFor(problems, 'chosen') !== undefined}
        >
          {figures.length === 0 ? (
            <p class="govuk-body">No figure has been entered for this period.</p>
          ) : (
            <Checkboxes
              name="chosen"
              legend={`Figures of ${typed.period}`}
              small
              errorMessage={messageFor(problems, 'chosen')}
              items={figures.map(({ code, title }) => ({
                value: code,
                text: `${code} ${title}`,
                checked: typed.chosen.includes(code),
              }))}
            />
          )}
        </Details>
        <Input name="reason" label="Why this sample (optional)" value={typed.reason} />
        <Button>Draw and keep the sample</Button>
      </form>
    </>
  );
}

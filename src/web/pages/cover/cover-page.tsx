import { type CoverWords, coverParts } from '../../../domain/commentary/cover.ts';
import { plainText } from '../../../domain/commentary/plain-text.ts';
import { plainDate } from '../../../domain/number/date.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import type { ReportingPeriod } from '../../../domain/period/period.ts';
import { saveCover } from '../../../workflow/cover/save-cover.ts';
import { type CoverView, coverView } from '../../../workflow/queries/cover-view.ts';
import { Conflict, Refused } from '../../../workflow/refused.ts';
import { actingFor } from '../../acting.ts';
import { periodAddress, periodAt } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { type FieldProblem, Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { CoverFormView } from './cover-form.tsx';
import { type CoverForm, coverForm, coverTyped, formOf } from './typed-cover.ts';

/** What is shown of the form: as saved, or as typed with what is wrong and what somebody else saved. */
interface Shown {
  typed: CoverForm | null;
  problems: readonly FieldProblem[];
  theirs: CoverWords | null;
}

export const coverPage = (asked: Asked): Promise<Answer> =>
  shown(asked, asked.query.get('scorecard'), { typed: null, problems: [], theirs: null });

/** Keeps the words, starts one of them from its suggestion, or shows again what was typed with what is wrong. */
export async function postCover(asked: Asked): Promise<Answer> {
  const period = periodAt(asked.params.period ?? '');
  if (period === null) return notFoundPage(asked);
  const scorecard = asked.form.get('scorecard');
  const typed = coverForm(asked.form);
  const start = coverParts.find(({ id }) => id === asked.form.get('start'));
  if (start !== undefined) {
    const view = await viewOf(asked, period, scorecard);
    const text = view === null ? '' : plainText(view.suggested[start.id] ?? []);
    const started = { ...typed, texts: { ...typed.texts, [start.id]: text } };
    return shown(asked, scorecard, { typed: started, problems: [], theirs: null });
  }
  const given = coverTyped(typed);
  if ('field' in given) return shown(asked, scorecard, { typed, problems: [given], theirs: null });
  const view = await viewOf(asked, period, scorecard);
  if (view === null) return shown(asked, scorecard, { typed, problems: [], theirs: null });
  const { code } = view.evaluation.snapshot.scorecard;
  const version = typed.version === '' ? null : typed.version;
  try {
    await saveCover(asked.store, actingFor(asked), {
      period: period.code,
      scorecard: code,
      version,
      typed: given,
    });
  } catch (error) {
    if (error instanceof Conflict) {
      const message =
        'Somebody else saved this after you had opened it. What they wrote stands below each text that differs: take from it what should stay, then save again';
      const problems = [{ field: 'meeting', message }];
      return shown(asked, scorecard, { typed, problems, theirs: error.theirs as CoverWords }, 409);
    }
    if (!(error instanceof Refused) || error.kind !== 'invalid') throw error;
    return shown(asked, scorecard, { typed, problems: error.problems, theirs: null });
  }
  return {
    kind: 'redirect',
    to: addressOf(period, code),
    notice: 'The words of the cover report have been saved.',
  };
}

const addressOf = (period: ReportingPeriod, scorecard: string): string =>
  `/cover/${periodAddress(period.code)}?scorecard=${encodeURIComponent(scorecard)}`;

/** null where there is nothing to write about; the page says why. */
async function viewOf(
  asked: Asked,
  period: ReportingPeriod,
  scorecard: string | null,
): Promise<CoverView | null> {
  try {
    return await coverView(asked.store, actingFor(asked), { period, scorecard: scorecard || null });
  } catch (error) {
    if (error instanceof Refused && error.kind === 'notNow') return null;
    throw error;
  }
}

async function shown(
  asked: Asked,
  scorecard: string | null,
  { typed, problems, theirs }: Shown,
  status = problems.length > 0 ? 400 : 200,
): Promise<Answer> {
  const period = periodAt(asked.params.period ?? '');
  if (period === null) return notFoundPage(asked);
  const label = periodLabel(period);
  const view = await viewOf(asked, period, scorecard);
  const frame = {
    title: `Cover report for ${label}`,
    back: { text: 'Reports', href: '/reports' },
    hasErrors: problems.length > 0,
  };
  const heading = <h1 class="govuk-heading-l">Cover report for {label}</h1>;
  if (view === null) {
    return pageAnswer(
      asked,
      frame,
      <>
        {heading}
        <p class="govuk-body">
          {`There is no whole scorecard for ${label}, so there is nothing to report on. Choose another period, or enter or import its figures first.`}
        </p>
      </>,
    );
  }
  const address = `/cover/${periodAddress(period.code)}`;
  const { code, name } = view.evaluation.snapshot.scorecard;
  return pageAnswer(
    asked,
    frame,
    <>
      <Problems problems={problems} />
      {heading}
      <p class="govuk-body-l">
        {`The report works out its own figures from the ${name}. Write what it cannot know: who it goes to, what they are asked to decide and what follows from it.`}
      </p>
      <ChooseScorecard address={address} view={view} chosen={code} />
      <Documents address={address} scorecard={code} />
      <CoverFormView
        asked={asked}
        address={address}
        view={view}
        typed={typed ?? formOf(view.words, view.version, typedAs)}
        problems={problems}
        theirs={theirs}
      />
    </>,
    status,
  );
}

/** `14/11/2018`, as it would be typed. */
const typedAs = (iso: string): string => {
  const { day, month, year } = plainDate(iso);
  return `${day}/${month}/${year}`;
};

function ChooseScorecard({ address, view, chosen }: { address: string; view: CoverView; chosen: string }) {
  if (view.scorecards.length < 2) return null;
  return (
    <form method="get" action={`${address}#words`}>
      <div class="ot-choose">
        <Select
          name="scorecard"
          label="Scorecard"
          items={view.scorecards.map(({ code, name }) => ({
            value: code,
            text: name,
            selected: code === chosen,
          }))}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </div>
    </form>
  );
}

const documents = [
  { kind: 'cabinet', title: 'Cover report' },
  {
    kind: 'pack',
    title: 'Committee pack: cover report, scorecard, improvement report and amendments in one',
  },
] as const;

const formats = { html: 'Web page', pdf: 'PDF', docx: 'Word' } as const;

function Documents({ address, scorecard }: { address: string; scorecard: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">Look at it as it is saved now</h2>
      <ul class="govuk-list govuk-list--bullet">
        {documents.map(({ kind, title }) => (
          <li key={kind}>
            {`${title}: `}
            {Object.entries(formats).map(([format, words], index) => (
              <span key={format}>
                {index === 0 ? '' : ', '}
                <a
                  class="govuk-link"
                  href={`${address}/${kind}.${format}?scorecard=${encodeURIComponent(scorecard)}`}
                >
                  {words}
                  <span class="govuk-visually-hidden">{` of the ${title.split(':')[0]?.toLowerCase()}`}</span>
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        It holds approved figures as they are now. To send it out, make a draft or an edition of it on the
        page Reports: that is numbered and kept.
      </p>
    </>
  );
}

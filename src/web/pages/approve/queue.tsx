import { formatFigure } from '../../../domain/number/format.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { approvalQueue, type QueuedUpdate } from '../../../workflow/queries/approval-queue.ts';
import { Refused } from '../../../workflow/refused.ts';
import { approveTogether } from '../../../workflow/round/approve-together.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress, periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorSummary } from '../../components/error-summary/error-summary.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';

export const approveAddress = (period: string, code: string): string =>
  `/approve/${periodAddress(period)}/${measureAddress(code)}`;

/** What waits for somebody's approval: first what needs reading, then what may be approved in one go. */
export async function queuePage(asked: Asked, problem: string | null = null): Promise<Answer> {
  const { queue, people } = await approvalQueue(asked.store, actingFor(asked));
  const single = queue.filter(({ plain }) => !plain);
  const plain = queue.filter((one) => one.plain);
  return pageAnswer(
    asked,
    { title: 'Approve', hasErrors: problem !== null, back: { text: 'My work', href: '/my-work' } },
    <>
      {problem === null ? null : <ErrorSummary errorList={[{ text: problem, href: '#together' }]} />}
      <h1 class="govuk-heading-l">Approve</h1>
      {queue.length === 0 ? (
        <p class="govuk-body-l">Nothing is waiting for your approval.</p>
      ) : (
        <p class="govuk-body-l">{counted(queue.length, 'update')} waiting for your approval.</p>
      )}
      {single.length === 0 ? null : (
        <Table
          caption="To read one by one"
          columns={[
            { heading: 'Measure', label: '' },
            { heading: 'Now', label: 'Now' },
            { heading: 'Forecast', label: 'Forecast' },
            { heading: 'What changed', label: 'Changed' },
          ]}
          empty=""
          rows={single.map((one) => ({
            key: `${one.line.round.period} ${one.line.code}`,
            cells: [
              <Name key="n" one={one} by={people.get(one.line.standing.submittedBy ?? '')?.name ?? null} />,
              <StatusTag key="s" outcome={one.now.status.outcome} />,
              <StatusTag key="f" outcome={one.now.forecastStatus.outcome} />,
              changeInWords(one),
            ],
          }))}
        />
      )}
      {plain.length === 0 ? null : <Together asked={asked} plain={plain} />}
    </>,
    problem === null ? 200 : 400,
  );
}

function Name({ one: { line }, by }: { one: QueuedUpdate; by: string | null }) {
  return (
    <>
      <a class="govuk-link" href={approveAddress(line.round.period, line.code)}>
        {line.version.title}
      </a>
      <span class="ot-under">
        {line.code}, {periodLabel(periodOf(line.round.period))}
        {by === null ? '' : `, from ${by}`}
      </span>
    </>
  );
}

/** The status crossing where there is one, else the figures. */
function changeInWords({ now, before, doubts, findings }: QueuedUpdate): string {
  const checks = doubts.length + findings.open.length;
  const asks = checks === 0 ? '' : ` ${counted(checks, 'check')} to look at.`;
  if (before === null) return `Not reported before.${asks}`;
  const [was, is] = [before.status.outcome, now.status.outcome];
  if (was.id !== is.id) return `Was ${was.label}.${asks}`;
  const { version, position } = now.snapshot;
  const [old, figure] = [before.snapshot.position.figure, position.figure].map((each) =>
    formatFigure(each, version.unit),
  );
  return `${old === figure ? `Still ${figure}` : `${old} then, ${figure} now`}.${asks}`;
}

function Together({ asked, plain }: { asked: Asked; plain: readonly QueuedUpdate[] }) {
  return (
    <form method="post" action="/approve">
      <Token asked={asked} />
      <fieldset class="govuk-fieldset" id="together">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">To approve in one go</legend>
        <p class="govuk-hint">
          On target, status and forecast as they were, nothing odd about the figures, and no warning about the
          words. Take the tick off what you would rather read first.
        </p>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          {plain.map((one) => {
            const { line, now } = one;
            const value = `${line.round.period} ${line.standing.version} ${line.code}`;
            const id = `together-${measureAddress(line.code)}`;
            return (
              <div key={value}>
                <div class="govuk-checkboxes__item">
                  <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id={id}
                    name="which"
                    value={value}
                    checked
                  />
                  <label class="govuk-label govuk-checkboxes__label" for={id}>
                    {`${line.version.title}: ${now.status.outcome.label}. ${changeInWords(one)}`}
                  </label>
                </div>
                <a class="govuk-link ot-beside-box" href={approveAddress(line.round.period, line.code)}>
                  Read it<span class="govuk-visually-hidden">: {line.version.title}</span>
                </a>
              </div>
            );
          })}
        </div>
      </fieldset>
      <Button>Approve those with a tick</Button>
    </form>
  );
}

export async function approveTicked(asked: Asked): Promise<Answer> {
  const all = asked.form.getAll('which').flatMap((text) => {
    const [, period = '', version = '', measure = ''] = /^(\S+) (\d{1,9}) (.+)$/s.exec(text) ?? [];
    return measure === '' ? [] : [{ period, measure, version: Number(version) }];
  });
  try {
    const approved = await approveTogether(asked.store, actingFor(asked), all);
    return { kind: 'redirect', to: '/approve', notice: `${counted(approved, 'update')} approved.` };
  } catch (error) {
    if (error instanceof Refused && error.kind === 'invalid') {
      return queuePage(asked, error.problems[0]?.message ?? error.message);
    }
    if (error instanceof Refused && error.kind === 'notNow') return queuePage(asked, error.message);
    throw error;
  }
}

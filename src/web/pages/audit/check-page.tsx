import { type AuditVerdict, checkTrail, headFrom } from '../../../workflow/audit/check-trail.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorSummary } from '../../components/error-summary/error-summary.tsx';
import { Input } from '../../components/input/input.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { momentInWords } from '../../wording/days.ts';

const WRONG = 'The head must be a number, a colon and 64 digits, as an edition prints it';

/** `/audit/check`: the whole chain worked out anew, and compared with a head that was printed where one is given. */
export async function checkPage(asked: Asked): Promise<Answer> {
  const { store, authority, query, now } = asked;
  const typed = query.get('head')?.trim() ?? '';
  const printed = typed === '' ? null : headFrom(typed);
  const isWrong = typed !== '' && printed === null;
  const verdict = isWrong ? null : await checkTrail(store, authority.code, printed);
  return pageAnswer(
    asked,
    { title: 'Check of the audit trail', back: { text: 'Audit trail', href: '/audit' }, hasErrors: isWrong },
    <>
      {isWrong ? (
        <ErrorSummary titleText="There is a problem" errorList={[{ text: WRONG, href: '#head' }]} />
      ) : null}
      <h1 class="govuk-heading-l">Check of the audit trail</h1>
      {verdict === null ? null : (
        <Verdict verdict={verdict} at={momentInWords(now, authority.timeZone)} compared={printed !== null} />
      )}
      <form method="get" action="/audit/check">
        <h2 class="govuk-heading-m">Compare it with a printed edition</h2>
        <Input
          name="head"
          label="Head of the audit trail"
          hint="Every edition prints it, as in 12:9f86d0… It shows whether the end of the trail has been cut off since, which nothing within this database can."
          value={typed}
          {...(isWrong ? { errorMessage: WRONG } : {})}
          attributes={{ spellcheck: 'false', autocomplete: 'off' }}
        />
        <Button classes="govuk-button--secondary">Check and compare</Button>
      </form>
    </>,
    isWrong ? 400 : 200,
  );
}

interface VerdictProps {
  verdict: AuditVerdict;
  at: string;
  compared: boolean;
}

function Verdict({ verdict, at, compared }: VerdictProps) {
  const { problem, head, events, seals, unsealed, slippedIn } = verdict;
  return (
    <section
      class={problem === null ? 'ot-panel' : 'ot-panel ot-panel--question'}
      aria-labelledby="verdict"
      {...(problem === null ? {} : { role: 'alert' })}
    >
      <h2 class="govuk-heading-m" id="verdict">
        {problem === null
          ? head === null
            ? 'There is nothing to check yet'
            : 'The trail is as it was written'
          : 'The trail is not as it was written'}
      </h2>
      {problem === null ? null : (
        <p class="govuk-body">{`The first entry that is wrong: ${problem.sentence}`}</p>
      )}
      <p class="govuk-body">
        {`Checked on ${at}: ${counted(events - unsealed, 'event')} in ${counted(seals, 'seal')}. `}
        {unsealed === 0
          ? 'No event is without a seal.'
          : `${counted(unsealed, 'newer event')} not sealed yet: a change of ${unsealed === 1 ? 'it' : 'these'} could not be noticed.`}
        {compared && problem === null ? ' The head that you gave is part of it.' : ''}
      </p>
      {slippedIn === 0 ? null : (
        <p class="govuk-body">
          {`In ${counted(slippedIn, 'seal')} there are events that came later than they say. `}
          <a class="govuk-link" href="/audit?kind=seal">
            See which
          </a>
        </p>
      )}
      {head === null ? null : (
        <p class="govuk-body">
          Head: <code class="ot-code">{`${head.sealNumber}:${head.hash}`}</code>
        </p>
      )}
      {problem === null ? null : (
        <p class="govuk-body">
          Tell the monitoring officer and whoever looks after the database, and keep a copy of the database as
          it is now.
        </p>
      )}
    </section>
  );
}

import { periodOf } from '../../../domain/period/parse.ts';
import { isYearEnd } from '../../../domain/period/relate.ts';
import type { RoundOverview } from '../../../workflow/queries/round-overview.ts';
import { periodAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { roundAddress } from './round-of.ts';

/** What may be done to the whole round next. */
export function StateForms({ asked, overview: { round } }: { asked: Asked; overview: RoundOverview }) {
  const address = roundAddress(round.period);
  return (
    <section class="ot-panel" aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        Next
      </h2>
      {round.state === 'open' ? (
        <>
          <p class="govuk-body">
            Close the round when the day has passed: officers can then enter nothing more unless they have
            more time, and approval goes on.
          </p>
          <State
            asked={asked}
            address={address}
            version={round.version}
            verb="close"
            label="Close to entry"
          />
        </>
      ) : null}
      {round.state === 'closed' ? (
        <>
          <p class="govuk-body">
            Freeze the round when approval is done: nothing in it changes after that without a reason that is
            kept.
          </p>
          <div class="ot-actions">
            <Button href={`${address}/freeze`}>Freeze the figures</Button>
            <Button classes="govuk-button--secondary" href={`${address}/change?do=openAgain`}>
              Open it again
            </Button>
          </div>
        </>
      ) : null}
      {round.state === 'frozen' || round.state === 'published' ? (
        <>
          <p class="govuk-body">
            {round.state === 'frozen'
              ? 'The figures are frozen. Make the reports from them, and publish.'
              : 'The report of this round has been published. A correction is a new edition.'}
            {round.reopened.size === 0
              ? ''
              : ' Some measures have been reopened: freeze again when they are approved.'}
          </p>
          <div class="ot-actions">
            {round.reopened.size === 0 ? null : <Button href={`${address}/freeze`}>Freeze again</Button>}
            <Button href={`/reports/new/${periodAddress(round.period)}`}>Make a report</Button>
            {isYearEnd(periodOf(round.period)) && !round.rolledOver ? (
              <Button classes="govuk-button--secondary" href={`${address}/roll-over`}>
                Roll over to the next year
              </Button>
            ) : null}
            <Button classes="govuk-button--secondary" href={`${address}/list`}>
              Reopen a measure
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}

interface StateProps {
  asked: Asked;
  address: string;
  version: number;
  verb: string;
  label: string;
}

function State({ asked, address, version, verb, label }: StateProps) {
  return (
    <form method="post" action={`${address}/change`}>
      <Token asked={asked} />
      <input type="hidden" name="version" value={String(version)} />
      <Button name="do" value={verb}>
        {label}
      </Button>
    </form>
  );
}

import { restatementKindNames } from '../../../domain/restatement/restatement.ts';
import type { GivenRestatement } from '../../../workflow/restatements/read-restatement.ts';
import type { WeighedRestatement } from '../../../workflow/restatements/restate-figure.ts';
import { Button } from '../../components/button/button.tsx';
import { StatusTag } from '../../components/status-tag/status-tag.tsx';
import { SummaryList } from '../../components/summary-list/summary-list.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { printedFigure } from './earlier.tsx';

interface EffectProps {
  asked: Asked;
  address: string;
  given: GivenRestatement;
  weighed: WeighedRestatement;
}

/** What would be recorded and what it does, to be saved or changed. */
export function EffectForm({ asked, address, given, weighed }: EffectProps) {
  const { restatement, effect, losesParts, standing } = weighed;
  const { was, is, kind, reason, waitsFor } = restatement;
  const [before, after] = [standing.measure.status.outcome, effect.after.status.outcome];
  return (
    <>
      <p class="govuk-body-l">
        <strong>{effect.own}</strong>
      </p>
      <SummaryList
        rows={[
          { key: 'Figure as it stands', value: printedFigure(was) },
          { key: 'Correct figure', value: printedFigure(is) },
          {
            key: 'Status',
            value: (
              <>
                <StatusTag outcome={after} />
                {before.id === after.id ? null : <span class="ot-under">{`was ${before.label}`}</span>}
              </>
            ),
          },
          ...(kind === null ? [] : [{ key: 'Why', value: restatementKindNames[kind] }]),
          { key: 'What happened', value: reason },
          ...(waitsFor === null ? [] : [{ key: 'Waits for', value: waitsFor }]),
          ...(restatement.note === null ? [] : [{ key: 'Printed beside it', value: restatement.note }]),
        ]}
      />
      {effect.later.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Later periods change too</h2>
          <ul class="govuk-list govuk-list--bullet">
            {effect.later.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      {losesParts ? (
        <p class="govuk-inset-text">
          The figure is divided into parts, which no longer add up to it. They stay with what was published;
          import the corrected parts once you have them.
        </p>
      ) : null}
      <form method="post" action={`${address}/save`}>
        <Typed asked={asked} given={given} />
        <input type="hidden" name="effect" value={effect.own} />
        <Button>Save this correction</Button>
      </form>
      <form method="post" action={address}>
        <Typed asked={asked} given={given} />
        <Button classes="govuk-button--secondary" name="change" value="yes">
          Change it
        </Button>
      </form>
    </>
  );
}

/** Everything that was typed, carried on. */
function Typed({ asked, given }: { asked: Asked; given: GivenRestatement }) {
  const fields: [name: string, value: string][] = [
    ['id', given.id],
    ['role', given.role],
    ['seen', given.seen],
    ['figure', given.figure],
    ['numerator', given.numerator],
    ['denominator', given.denominator],
    ['kind', given.kind],
    ['reason', given.reason],
    ['provisional', given.provisional ? 'yes' : ''],
    ['waitsFor', given.waitsFor],
    ...(given.answers === undefined ? [] : [['answers', String(given.answers)] as [string, string]]),
  ];
  return (
    <>
      <Token asked={asked} />
      {fields.map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
    </>
  );
}

import { directionPresets, findPresetDirection } from '../../../../domain/direction/presets.ts';
import type { DirectionScheme } from '../../../../domain/direction/scheme.ts';
import { schemesInForce } from '../../../../workflow/queries/schemes-in-force.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { type FieldProblem, Problems } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { OwnFields } from './own-fields.tsx';
import { fieldsOf, OWN } from './own-typed.ts';

interface Given {
  /** What the fields hold; left out for the rules to begin with. */
  fields?: URLSearchParams;
  problems: readonly FieldProblem[];
}

/** `/set-up/direction/own`: every part of a direction scheme, filled from the one in force or from `?preset=`. */
export async function ownPage(asked: Asked, { fields, problems }: Given = { problems: [] }): Promise<Answer> {
  const inForce = await directionInForce(asked);
  const preset = findPresetDirection(asked.query.get('preset') ?? '');
  const begins = preset ?? inForce;
  const wrong = problems.length > 0;
  return pageAnswer(
    asked,
    {
      title: 'Make your own rules',
      back: { text: 'Direction of travel', href: '/set-up/direction' },
      hasErrors: wrong,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Make your own rules</h1>
      <p class="govuk-body">
        You say how the direction of travel is told, and see first what would change. Nothing is stored until
        you have confirmed it with a reason.
      </p>
      {fields === undefined ? (
        <>
          <p class="govuk-body">{`The fields hold the rules of ${begins.name}. Change what you need to.`}</p>
          <form method="get" action="/set-up/direction/own" class="ot-choose">
            <Select
              name="preset"
              label="Begin with other rules"
              value={begins.id}
              items={[
                ...(begins.id === OWN ? [{ value: OWN, text: begins.name }] : []),
                ...directionPresets.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
            <Button classes="govuk-button--secondary">Fill in the fields</Button>
          </form>
        </>
      ) : null}
      <form method="post" action="/set-up/direction/preview" noValidate>
        <Token asked={asked} />
        <OwnFields fields={fields ?? fieldsOf(asOwn(begins))} problems={problems} />
        <Button>See what would change</Button>
      </form>
    </>,
    wrong ? 400 : 200,
  );
}

/** A scheme that somebody published keeps its name for itself. */
const asOwn = (scheme: DirectionScheme): DirectionScheme =>
  scheme.id === OWN ? scheme : { ...scheme, name: `${scheme.name}, with own rules` };

/** Which version of the authority's own rules the next ones are. */
export async function versionOfOwn(asked: Asked): Promise<number> {
  const { id, version } = await directionInForce(asked);
  return id === OWN ? version + 1 : 1;
}

async function directionInForce({ store, authority: { code }, today }: Asked): Promise<DirectionScheme> {
  const { authority } = await readSetUp(store, code, today);
  return (await schemesInForce(store, authority, today)).direction;
}

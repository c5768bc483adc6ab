import { directionPresets, findPresetDirection } from '../../../../domain/direction/presets.ts';
import type { DirectionScheme } from '../../../../domain/direction/scheme.ts';
import { can } from '../../../../domain/permission/can.ts';
import { schemesInForce } from '../../../../workflow/queries/schemes-in-force.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { type FieldProblem, messageFor, Problems } from '../../../form-problems.tsx';
import { pageAnswer } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { DirectionRules, tried } from './tried.tsx';

const PATH = '/set-up/direction';

/** `/set-up/direction`: how the direction of travel is told, and with `?preset=` what another scheme would change. */
export async function directionPage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const { authority } = await readSetUp(asked.store, asked.authority.code, asked.today);
  const { direction } = await schemesInForce(asked.store, authority, asked.today);
  const mayChange = can(asked.actors, 'changeSchemes', { relation: 'other', state: null });
  const preset = mayChange ? presetIn(asked) : null;
  const wrong = problems.length > 0;
  return pageAnswer(
    asked,
    { title: 'Direction of travel', back: { text: 'Set-up', href: '/set-up' }, hasErrors: wrong, wide: true },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Direction of travel</h1>
      <p class="govuk-body-l">The direction of travel is told by {direction.name}.</p>
      <DirectionRules scheme={direction} />
      {mayChange ? (
        <>
          <form method="get" action={PATH} class="ot-choose">
            <Select
              name="preset"
              label="Try another scheme"
              hint="You see first what would change. Nothing is stored until you have confirmed it with a reason"
              value={preset?.id ?? direction.id}
              items={directionPresets.map(({ id, name }) => ({ value: id, text: name }))}
              errorMessage={messageFor(problems, 'preset')}
            />
            <Button classes="govuk-button--secondary">Show what would change</Button>
          </form>
          <p class="govuk-body">
            <a class="govuk-link" href={`${PATH}/own${preset === null ? '' : `?preset=${preset.id}`}`}>
              Make your own rules
            </a>
            {preset === null ? null : `, beginning with those of ${preset.name}`}
          </p>
        </>
      ) : null}
      {preset === null ? null : (
        <section aria-labelledby="tried">
          <h2 class="govuk-heading-m" id="tried">{`What ${preset.name} would change`}</h2>
          {await tried({ asked, scheme: preset, carried: { name: 'preset', value: preset.id }, problems })}
        </section>
      )}
    </>,
    wrong ? 400 : 200,
  );
}

/** The preset that is named in the form or in the address. */
export const presetIn = ({ form, query }: Asked): DirectionScheme | null =>
  findPresetDirection(form.get('preset') ?? query.get('preset') ?? '');

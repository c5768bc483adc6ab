import { directionKey } from '../../../../domain/direction/basis-in-words.ts';
import { directionPresets, findPresetDirection } from '../../../../domain/direction/presets.ts';
import type { DirectionScheme } from '../../../../domain/direction/scheme.ts';
import { periodLabel } from '../../../../domain/period/label.ts';
import { can } from '../../../../domain/permission/can.ts';
import { type DirectionPreview, previewDirection } from '../../../../workflow/queries/preview-direction.ts';
import { schemesInForce } from '../../../../workflow/queries/schemes-in-force.ts';
import { readSetUp } from '../../../../workflow/queries/set-up.ts';
import { changeDirectionScheme } from '../../../../workflow/set-up/change-scheme.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { Select } from '../../../components/select/select.tsx';
import { Table } from '../../../components/table/table.tsx';
import { type FieldProblem, messageFor, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { KeyOfRules } from '../scheme/key-of-rules.tsx';
import { WhenAndWhy, whenAndWhyIn } from '../scheme/when-and-why.tsx';

const PATH = '/set-up/direction';

/** `/set-up/direction`: how the direction of travel is told, and with `?preset=` what another scheme would change. */
export async function directionPage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const { authority } = await readSetUp(asked.store, asked.authority.code, asked.today);
  const { direction } = await schemesInForce(asked.store, authority, asked.today);
  const mayChange = can(asked.actors, 'changeSchemes', { relation: 'other', state: null });
  const tried = mayChange ? triedIn(asked) : null;
  const wrong = problems.length > 0;
  return pageAnswer(
    asked,
    { title: 'Direction of travel', back: { text: 'Set-up', href: '/set-up' }, hasErrors: wrong, wide: true },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Direction of travel</h1>
      <p class="govuk-body-l">The direction of travel is told by {direction.name}.</p>
      <Key scheme={direction} />
      {mayChange ? (
        <form method="get" action={PATH} class="ot-choose">
          <Select
            name="preset"
            label="Try another scheme"
            hint="You see first what would change. Nothing is stored until you have confirmed it with a reason"
            value={tried?.id ?? direction.id}
            items={directionPresets.map(({ id, name }) => ({ value: id, text: name }))}
            errorMessage={messageFor(problems, 'preset')}
          />
          <Button classes="govuk-button--secondary">Show what would change</Button>
        </form>
      ) : null}
      {tried === null ? null : (
        <Tried
          asked={asked}
          scheme={tried}
          preview={await previewDirection(asked.known, tried)}
          problems={problems}
        />
      )}
    </>,
    wrong ? 400 : 200,
  );
}

/** `POST /set-up/direction/confirm` */
export async function confirmDirection(asked: Asked): Promise<Answer> {
  const scheme = triedIn(asked);
  if (scheme === null) return directionPage(asked, [{ field: 'preset', message: 'Choose a scheme' }]);
  const said = whenAndWhyIn(asked);
  if ('problems' in said) return directionPage(asked, said.problems);
  const change = { scheme, ...said };
  const problems = await problemsOf(() => changeDirectionScheme(asked.store, actingFor(asked), change));
  if (problems.length > 0) return directionPage(asked, problems);
  return { kind: 'redirect', to: PATH, notice: `${scheme.name} has been stored.` };
}

const triedIn = ({ form, query }: Asked): DirectionScheme | null =>
  findPresetDirection(form.get('preset') ?? query.get('preset') ?? '');

function Key({ scheme }: { scheme: DirectionScheme }) {
  const { basis, lines, notes } = directionKey(scheme);
  return (
    <KeyOfRules
      caption={basis}
      captionSmall
      heading="Direction"
      rows={lines.map(({ label, sentence }) => ({ key: label, given: label, when: sentence }))}
      notes={notes}
    />
  );
}

interface TriedProps {
  asked: Asked;
  scheme: DirectionScheme;
  preview: DirectionPreview | null;
  problems: readonly FieldProblem[];
}

function Tried({ asked, scheme, preview, problems }: TriedProps) {
  return (
    <section aria-labelledby="tried">
      <h2 class="govuk-heading-m" id="tried">{`What ${scheme.name} would change`}</h2>
      <p class="govuk-body">{inWords(preview)}</p>
      {preview === null || preview.changes.length === 0 ? null : (
        <Table
          caption={`Direction of travel, ${periodLabel(preview.period)}`}
          columns={[
            { heading: 'Measure', label: '' },
            { heading: 'Is', label: 'Is' },
            { heading: 'Would be', label: 'Would be' },
            { heading: 'Why', label: 'Why' },
          ]}
          rows={preview.changes.map(({ code, title, is, wouldBe, why }) => ({
            key: code,
            cells: [
              <>
                {title}
                <span class="ot-under">{code}</span>
              </>,
              <span key="is" class="ot-name">
                {is}
              </span>,
              <span key="wouldBe" class="ot-name">
                {wouldBe}
              </span>,
              why,
            ],
          }))}
          empty=""
        />
      )}
      <Key scheme={scheme} />
      <form method="post" action={`${PATH}/confirm`} noValidate>
        <Token asked={asked} />
        <input type="hidden" name="preset" value={scheme.id} />
        <WhenAndWhy asked={asked} problems={problems} />
        <Button>Use this scheme</Button>
      </form>
    </section>
  );
}

function inWords(preview: DirectionPreview | null): string {
  if (preview === null) return 'There are no figures yet to try it on.';
  const { changes, measures, period } = preview;
  return changes.length === 0
    ? `In ${periodLabel(period)} nothing would change: all ${measures} measures keep their direction.`
    : `${changes.length} of the ${measures} measures of ${periodLabel(period)} would have another direction.`;
}

import { editionName } from '../../../domain/round/edition.ts';
import type { ReleaseView } from '../../../workflow/queries/release-view.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkboxes, Radios } from '../../components/choices/choices.tsx';
import { Details } from '../../components/details/details.tsx';
import { Input } from '../../components/input/input.tsx';
import { InsetText } from '../../components/inset-text/inset-text.tsx';
import { Select } from '../../components/select/select.tsx';
import { Textarea } from '../../components/textarea/textarea.tsx';
import { Token } from '../../frame.tsx';
import type { Asked } from '../../route.ts';
import { Checklist } from './checklist.tsx';
import { KeptChoice, MeasureChoice } from './measure-choice.tsx';
import type { TypedOrder } from './typed-order.ts';

interface FormProps {
  asked: Asked;
  /** `/reports/new/2018-19-Q2` */
  address: string;
  typed: TypedOrder;
  view: ReleaseView;
  problems: readonly { field: string; message: string }[];
}

/** Which report, of what, for whom: choosing shows its checklist. */
export function ChoiceForm({
  address,
  typed,
  view,
  problems,
}: Pick<FormProps, 'address' | 'typed' | 'view' | 'problems'>) {
  return (
    <form method="get" action={`${address}#checklist`}>
      <Radios
        name="kind"
        legend="Which report"
        items={[
          {
            value: 'improvement',
            text: 'Improvement Report',
            hint: 'The measures that are off target now or in forecast, with their texts',
            checked: typed.kind === 'improvement',
          },
          {
            value: 'scorecard',
            text: 'Scorecard',
            hint: 'Every measure, with its recent periods',
            checked: typed.kind === 'scorecard',
          },
          {
            value: 'cabinet',
            text: 'Cover report',
            hint: 'Counts, shares and movers, with what its author wrote: for a meeting',
            checked: typed.kind === 'cabinet',
          },
        ]}
      />
      {view.scorecards.length < 2 ? null : (
        <Select
          name="scorecard"
          label="Of which scorecard"
          items={view.scorecards.map(({ code, name }) => ({ value: code, text: name }))}
          value={view.release.inputs.scorecard}
        />
      )}
      <MeasureChoice typed={typed} view={view} problems={problems} />
      <Radios
        name="standing"
        legend="For whom"
        items={[
          {
            value: 'draft',
            text: 'A draft for the leadership team',
            hint: 'Numbered, and marked as a draft on every page. What nobody has approved is marked provisional',
            checked: typed.standing === 'draft',
          },
          {
            value: 'embargoed',
            text: 'Named readers, until the agenda is published',
            checked: typed.standing === 'embargoed',
          },
          { value: 'published', text: 'Everybody', checked: typed.standing === 'published' },
        ]}
      />
      <Button classes="govuk-button--secondary">Show the checklist</Button>
    </form>
  );
}

/** The checklist with its reasons, what is said of the edition, preview and publication. */
export function BuilderForm({ asked, address, typed, view, problems }: FormProps) {
  const { release, latest, people } = view;
  const isDraft = typed.standing === 'draft';
  const isCorrection = latest !== null && !isDraft;
  const messageOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const blocked = release.checklist.some(({ severity }) => severity === 'error');
  return (
    <form method="post" action={address} noValidate>
      <Token asked={asked} />
      <input type="hidden" name="id" value={typed.id} />
      <input type="hidden" name="kind" value={typed.kind} />
      <input type="hidden" name="scorecard" value={release.inputs.scorecard} />
      <KeptChoice typed={typed} />
      <input type="hidden" name="standing" value={typed.standing} />
      <input type="hidden" name="corrects" value={isCorrection ? latest.id : ''} />
      <Checklist items={release.checklist} isDraft={isDraft} reasons={typed.reasons} messageOf={messageOf} />
      {isDraft || release.waiting.length === 0 ? null : (
        <Details
          summaryText={`Mark as provisional (${release.waiting.length} not approved)`}
          open={release.provisional.length > 0}
        >
          <Checkboxes
            name="provisional"
            legend="Print these although nobody has approved them, marked provisional"
            hint="What has been typed is printed; where nothing has, the figure is printed as awaited"
            small
            items={release.waiting.map(({ code, title }) => ({
              value: code,
              text: `${code}, ${title}`,
              checked: release.provisional.includes(code),
            }))}
          />
          <Button classes="govuk-button--secondary" attributes={{ formaction: `${address}/check` }}>
            Check again
          </Button>
        </Details>
      )}
      {isCorrection ? <Correcting view={view} /> : null}
      <Textarea
        name="note"
        label={isCorrection ? 'What this edition corrects, and why' : 'Note at the front (optional)'}
        hint="Printed in every format"
        rows={3}
        value={typed.note}
        errorMessage={messageOf('note')}
      />
      {typed.standing === 'embargoed' ? (
        <div class="ot-choose">
          <Input
            name="releaseOn"
            label="Embargo ends on"
            hint="For example, 5/2/2019"
            classes="govuk-input--width-10"
            value={typed.releaseOn}
            errorMessage={messageOf('releaseOn')}
          />
          <Input
            name="releaseTime"
            label="At"
            hint="For example, 09:00"
            classes="govuk-input--width-5"
            value={typed.releaseTime}
            errorMessage={messageOf('releaseTime')}
          />
        </div>
      ) : null}
      {typed.standing === 'published' ? null : (
        <Details summaryText="Who may read it before publication" open={typed.standing === 'embargoed'}>
          <Checkboxes
            name="readers"
            legend="Readers"
            hint="The performance team and internal audit may read it anyway"
            small
            errorMessage={messageOf('readers')}
            items={people.map(({ id, name, post }) => ({
              value: id,
              text: post === null ? name : `${name}, ${post}`,
              checked: typed.readers.includes(id),
            }))}
          />
        </Details>
      )}
      {isDraft ? null : (
        <Checkboxes
          name="tell"
          legend="When it is made"
          items={[
            {
              value: 'yes',
              text:
                typed.standing === 'published'
                  ? 'Tell everybody who works here by e-mail'
                  : 'Tell its readers by e-mail',
              checked: typed.tell,
            },
          ]}
        />
      )}
      <div class="ot-actions">
        <Button
          classes="govuk-button--secondary"
          attributes={{ formaction: `${address}/preview`, formtarget: '_blank' }}
        >
          Preview (opens in a new tab)
        </Button>
        {blocked ? null : <Button preventDoubleClick>{verbOf(typed.standing, isCorrection)}</Button>}
      </div>
      {blocked ? <p class="govuk-body">It can be published when what must be put right has been.</p> : null}
    </form>
  );
}

function Correcting({ view: { latest, changes } }: Pick<FormProps, 'view'>) {
  if (latest === null) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href={`/reports/${latest.id}`}>
          {editionName(latest)}
        </a>{' '}
        has been made already and stays as it is. What you make now corrects it, and says what changed:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </InsetText>
  );
}

function verbOf(standing: TypedOrder['standing'], isCorrection: boolean): string {
  if (standing === 'draft') return 'Make the draft';
  if (standing === 'embargoed') return 'Make the embargoed edition';
  return isCorrection ? 'Publish the correction' : 'Publish';
}

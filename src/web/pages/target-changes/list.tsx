import { formatLongDate } from '../../../domain/number/date.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { periodOf } from '../../../domain/period/parse.ts';
import { relationsFor } from '../../../domain/permission/can.ts';
import {
  type Proposal,
  proposalKindNames,
  proposalStateNames,
  proposalStates,
} from '../../../domain/proposal/proposal.ts';
import { type ProposalLine, proposalLines } from '../../../workflow/queries/proposals.ts';
import { unitsOn } from '../../../workflow/queries/set-up.ts';
import { readUnitsNow } from '../../../workflow/queries/units-now.ts';
import { actingFor } from '../../acting.ts';
import { Button, ButtonGroup } from '../../components/button/button.tsx';
import { Select } from '../../components/select/select.tsx';
import { Table } from '../../components/table/table.tsx';
import { Tag } from '../../components/tag/tag.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { proposalAddress } from './subject.ts';
import { stateTag } from './words.ts';

/** `/target-changes`: every proposal that somebody may read, by state and directorate. */
export async function proposalList(asked: Asked): Promise<Answer> {
  const state = proposalStates.find((one) => one === asked.query.get('state')) ?? '';
  const directorate = asked.query.get('directorate') ?? '';
  const all = await proposalLines(asked.store, actingFor(asked));
  const units = unitsOn(await readUnitsNow(asked.store, asked.authority.code), asked.today);
  const shown = all.filter(
    (line) =>
      (state === '' || line.proposal.state === state) &&
      (directorate === '' || line.directorates.some(({ code }) => code === directorate)),
  );
  const mayPropose = relationsFor(asked.actors, 'proposeTargetChange').length > 0;
  return pageAnswer(
    asked,
    { title: 'Target changes', wide: true },
    <>
      <h1 class="govuk-heading-l">Target changes</h1>
      <p class="govuk-body-l">{sentence(all)}</p>
      <ButtonGroup>
        {mayPropose ? <Button href="/target-changes/new">Propose a change</Button> : null}
        <Button href="/target-changes/schedule" classes="govuk-button--secondary">
          Schedule of amendments
        </Button>
      </ButtonGroup>
      <form method="get" action="/target-changes" class="ot-choose">
        <Select
          name="state"
          label="State"
          value={state}
          items={[
            { value: '', text: 'All' },
            ...proposalStates.map((value) => ({ value, text: proposalStateNames[value] })),
          ]}
        />
        <Select
          name="directorate"
          label="Directorate"
          value={directorate}
          items={[
            { value: '', text: 'All' },
            ...units
              .filter(({ parent }) => parent === null)
              .map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      <Table
        caption={counted(shown.length, 'proposal')}
        columns={[
          { heading: 'Proposal', label: '' },
          { heading: 'Holds from', label: 'Holds from' },
          { heading: 'Decided by', label: 'Decided by' },
          { heading: 'State', label: 'State' },
        ]}
        rows={shown.map((line) => ({ key: String(line.proposal.number), cells: cellsOf(line) }))}
        empty={
          all.length === 0
            ? 'Nothing has been proposed yet.'
            : 'No proposal fits what you chose. Choose another state or directorate.'
        }
      />
    </>,
  );
}

/** What a reader must know first. */
function sentence(all: readonly ProposalLine[]): string {
  const waiting = all.filter(({ proposal }) => proposal.state === 'proposed').length;
  if (all.length === 0) {
    return 'A target that stands is changed only by a decision. What is proposed and decided is listed here.';
  }
  if (waiting === 0) return 'No proposal waits for a decision.';
  return `${counted(waiting, 'proposal')} ${waiting === 1 ? 'waits' : 'wait'} for a decision.`;
}

function cellsOf({ proposal, measures, directorates }: ProposalLine) {
  const { text, classes } = stateTag[proposal.state];
  return [
    <>
      <a class="govuk-link" href={proposalAddress(proposal.number)}>
        {titleOf(proposal)}
      </a>
      <span class="ot-under">
        {[
          ...measures.map(({ code, title }) => `${code}, ${title}`),
          ...directorates.map(({ name }) => name),
        ].join('; ')}
      </span>
    </>,
    proposal.from === '' ? 'Not chosen yet' : periodLabel(periodOf(proposal.from)),
    decidedBy(proposal),
    <Tag key="state" classes={classes}>
      {text}
    </Tag>,
  ];
}

/** @example 'Proposal 3: amend a target of CP 08f' */
export function titleOf({ number, kind, measures, results }: Proposal): string {
  const codes = kind === 'new' ? results.map(({ code }) => code) : measures;
  const name = proposalKindNames[kind];
  return `Proposal ${number}: ${name.charAt(0).toLowerCase()}${name.slice(1)}${codes.length === 0 ? '' : `, ${codes.join(', ')}`}`;
}

function decidedBy({ decision, decider }: Proposal): string {
  if (decision !== null) return `${decision.by}, ${formatLongDate(decision.on)}, ${decision.reference}`;
  if (decider.name === '') return 'Not chosen yet';
  return decider.meets === null ? decider.name : `${decider.name}, ${formatLongDate(decider.meets)}`;
}

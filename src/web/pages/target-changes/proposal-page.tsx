import { comparabilityNames } from '../../../domain/measure/series-change.ts';
import { formatLongDate } from '../../../domain/number/date.ts';
import { periodLabel } from '../../../domain/period/label.ts';
import { parsePeriod } from '../../../domain/period/parse.ts';
import { can } from '../../../domain/permission/can.ts';
import { proposalVerbs } from '../../../domain/proposal/guards.ts';
import { type ProposalVerb, proposalKindNames } from '../../../domain/proposal/proposal.ts';
import { contentOf } from '../../../workflow/proposals/propose.ts';
import { previewProposal } from '../../../workflow/queries/proposal-preview.ts';
import { type ProposalView, proposalView } from '../../../workflow/queries/proposals.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress } from '../../addresses.ts';
import { Button } from '../../components/button/button.tsx';
import { InsetText } from '../../components/inset-text/inset-text.tsx';
import { SummaryList, type SummaryRow } from '../../components/summary-list/summary-list.tsx';
import { Table } from '../../components/table/table.tsx';
import { Tag } from '../../components/tag/tag.tsx';
import { type FieldProblem, Problems } from '../../form-problems.tsx';
import { pageAnswer } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { momentInWords } from '../../wording/days.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { DecisionForm, WithdrawForm } from './decision-form.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { titleOf } from './list.tsx';
import { numberOf, proposalAddress } from './subject.ts';
import { WhatWouldChange } from './what-would-change.tsx';
import { quarterNamed, stateTag } from './words.ts';

/** `/target-changes/:proposal`: what would change, why, and what was decided. */
export async function proposalPage(asked: Asked, problems: readonly FieldProblem[] = []): Promise<Answer> {
  const number = numberOf(asked);
  const view = number === null ? null : await proposalView(asked.store, actingFor(asked), number);
  if (view === null) return notFoundPage(asked);
  const { proposal, relation } = view;
  const preview = await previewProposal(
    asked.store,
    asked.authority.code,
    contentOf(proposal),
    proposal.decision?.recordedAt ?? null,
  );
  const verbs = proposalVerbs(proposal, asked.person?.id ?? '');
  const may = (action: Parameters<typeof can>[1], verb: ProposalVerb) =>
    verbs.includes(verb) && can(asked.actors, action, { relation, state: proposal.state });
  const tag = stateTag[proposal.state];
  const mayDecide = can(asked.actors, 'decideTargetChange', { relation, state: proposal.state });
  return pageAnswer(
    asked,
    {
      title: titleOf(proposal),
      back: { text: 'Target changes', href: '/target-changes' },
      wide: true,
      hasErrors: problems.length > 0,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">{titleOf(proposal)}</h1>
      <p class="govuk-body">
        <Tag classes={tag.classes}>{tag.text}</Tag>
      </p>
      <SummaryList rows={rowsOf(view)} />
      {may('proposeTargetChange', 'save') ? (
        <Button href={`${proposalAddress(proposal.number)}/edit`}>Change or propose this draft</Button>
      ) : null}
      <h2 class="govuk-heading-m">
        {proposal.state === 'approved' ? 'What it changed' : 'What it would change'}
      </h2>
      <p class="govuk-body">{effectOf(view)}</p>
      {preview === null ? null : (
        <WhatWouldChange preview={preview} isDecided={proposal.state === 'approved'} />
      )}
      <EvidenceSection
        asked={asked}
        proposal={proposal}
        mayChange={may('proposeTargetChange', 'attach')}
        problems={problems}
      />
      {may('decideTargetChange', 'approve') ? (
        <DecisionForm asked={asked} proposal={proposal} problems={problems} />
      ) : proposal.state === 'proposed' ? (
        <InsetText>
          {mayDecide
            ? 'You proposed this, and no forum decides it, so somebody else must record the decision.'
            : `${proposal.decider.name} decides. The performance team records the decision here.`}
        </InsetText>
      ) : null}
      {may('withdrawTargetChange', 'withdraw') ? (
        <WithdrawForm asked={asked} proposal={proposal} problems={problems} />
      ) : null}
      <History view={view} timeZone={asked.authority.timeZone} />
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

/** What a reader must know, in the order in which they ask. */
function rowsOf({ proposal, measures, directorates, names }: ProposalView): SummaryRow[] {
  const { kind, from, reason, decider, decision, results, meaning, comparable, withdrawn } = proposal;
  const read = parsePeriod(from);
  const rows: SummaryRow[] = [
    { key: 'Change', value: proposalKindNames[kind] },
    {
      key: kind === 'new' ? 'Counted like' : measures.length === 1 ? 'Measure' : 'Measures',
      value: (
        <ul class="govuk-list">
          {measures.map(({ code, title }) => (
            <li key={code}>
              <a class="govuk-link" href={`/measures/${measureAddress(code)}`}>
                {code}
              </a>
              {`, ${title}`}
            </li>
          ))}
        </ul>
      ),
    },
    { key: 'Directorate', value: directorates.map(({ name }) => name).join(', ') },
  ];
  if (results.length > 0) {
    rows.push({
      key: kind === 'new' ? 'New measure' : 'Becomes',
      value: results.map(({ code, title }) => `${code}, ${title}`).join('; '),
    });
  }
  if (kind === 'define') rows.push({ key: 'New meaning', value: meaning });
  if (kind === 'define' || kind === 'combine' || kind === 'split') {
    rows.push({ key: 'Comparable', value: comparabilityNames[comparable] });
  }
  rows.push({ key: 'Holds from', value: 'period' in read ? periodLabel(read.period) : 'Not chosen yet' });
  rows.push({ key: 'Why', value: reason || 'Not said yet' });
  const by = proposal.proposedBy ?? proposal.writtenBy;
  rows.push({
    key: proposal.proposedBy === null ? 'Written by' : 'Proposed by',
    value: `${names.get(by) ?? by}, ${formatLongDate(proposal.proposedAt.slice(0, 10))}`,
  });
  if (decision === null) {
    const meets = decider.meets === null ? '' : `, which meets on ${formatLongDate(decider.meets)}`;
    rows.push({
      key: 'Who decides',
      value: decider.name === '' ? 'Not said yet' : `${decider.name}${meets}`,
    });
  } else {
    const recorded = `Recorded by ${names.get(decision.recordedBy) ?? decision.recordedBy} on ${formatLongDate(decision.recordedAt.slice(0, 10))}`;
    rows.push({
      key: proposal.state === 'approved' ? 'Approved' : 'Refused',
      value: (
        <>
          {`${decision.by}, ${formatLongDate(decision.on)}, ${decision.reference}`}
          <span class="ot-under">{decision.note === null ? recorded : `${recorded}: ${decision.note}`}</span>
        </>
      ),
    });
  }
  if (withdrawn !== null) {
    rows.push({
      key: 'Withdrawn',
      value: `${names.get(withdrawn.by) ?? withdrawn.by}, ${formatLongDate(withdrawn.at.slice(0, 10))}: ${withdrawn.reason}`,
    });
  }
  return rows;
}

/** What happens to measures and scorecards; the targets stand in their own table. */
function effectOf({ proposal }: ProposalView): string {
  const { kind, measures, results } = proposal;
  const from = quarterNamed(proposal.from);
  const into = results.map(({ code }) => code);
  const ends = measures.filter((code) => !into.includes(code));
  const goes = measures.filter((code) => into.includes(code));
  const kept = 'Reports on earlier periods stay as they were.';
  switch (kind) {
    case 'amend':
      return `The target that stands is kept and shown beside the new one. ${kept}`;
    case 'retire':
      return `${measures.join(', ')} is not reported from ${from} on. ${kept}`;
    case 'define':
      return `The measure is counted in the new way from ${from} on. ${kept}`;
    case 'new':
      return `${into.join(', ')} is reported from ${from} on, on the scorecards where ${measures.join(', ')} stands.`;
    case 'combine':
    case 'split': {
      const ending =
        ends.length === 0 ? '' : `${ends.join(', ')} ${ends.length === 1 ? 'ends' : 'end'} before ${from}. `;
      const going =
        goes.length === 0 ? '' : `${goes.join(', ')} goes on with a visible break in its series. `;
      const begun = into.filter((code) => !goes.includes(code));
      const beginning =
        begun.length === 0
          ? ''
          : `${begun.join(', ')} ${begun.length === 1 ? 'begins' : 'begin'} in their place on every scorecard. `;
      return `${ending}${going}${beginning}${kept}`;
    }
  }
}

const verbWords: Readonly<Record<ProposalVerb, string>> = {
  save: 'Kept as a draft',
  propose: 'Proposed',
  attach: 'Evidence added',
  detach: 'Evidence removed',
  approve: 'Approval recorded',
  refuse: 'Refusal recorded',
  withdraw: 'Withdrawn',
};

function History({ view, timeZone }: { view: ProposalView; timeZone: string }) {
  return (
    <Table
      caption="What happened"
      columns={[
        { heading: 'What', label: '' },
        { heading: 'Who', label: 'Who' },
        { heading: 'When', label: 'When' },
      ]}
      rows={[...view.records].reverse().map(({ sequence, verb, person, at, detail }) => ({
        key: String(sequence),
        cells: [
          detail.evidence === undefined ? verbWords[verb] : `${verbWords[verb]}: ${detail.evidence.title}`,
          view.names.get(person) ?? person,
          momentInWords(at, timeZone),
        ],
      }))}
      empty=""
    />
  );
}

import { periodLabel } from '../../../domain/period/label.ts';
import { updateStateNames } from '../../../domain/round/update.ts';
import { changeRound } from '../../../workflow/round/change-round.ts';
import { actingFor } from '../../acting.ts';
import { Button } from '../../components/button/button.tsx';
import { Table } from '../../components/table/table.tsx';
import { pageAnswer, Token } from '../../frame.tsx';
import type { Answer, Asked } from '../../route.ts';
import { counted } from '../../wording/count.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { roundAddress, roundOf, versionIn } from './round-of.ts';

/** Shows what is not approved, and asks once more. */
export async function freezePage(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { period, overview } = open;
  const missing = overview.lines.filter(({ standing }) => standing.state !== 'approved');
  return pageAnswer(
    asked,
    { title: 'Freeze the figures', back: { text: periodLabel(period), href: roundAddress(period.code) } },
    <>
      <span class="govuk-caption-l">{periodLabel(period)}</span>
      <h1 class="govuk-heading-l">Freeze the figures</h1>
      <p class="govuk-body">
        Nothing in this round changes after that, unless you reopen a measure with a reason that is kept.
      </p>
      <Table
        caption={
          missing.length === 0
            ? 'Every measure is approved'
            : `${counted(missing.length, 'measure')} not approved`
        }
        columns={[
          { heading: 'Measure', label: '' },
          { heading: 'Where it stands', label: 'Where it stands' },
          { heading: 'Waits for', label: 'Waits for' },
        ]}
        empty="Every measure of this round is approved."
        rows={missing.map((line) => ({
          key: line.code,
          cells: [
            line.version.title,
            updateStateNames[line.standing.state],
            line.waitsFor?.name ?? 'Nobody named yet',
          ],
        }))}
      />
      {missing.length === 0 ? null : (
        <p class="govuk-body">
          They will be reported as awaited, with no figure, until they are reopened and approved.
        </p>
      )}
      <form method="post" action={`${roundAddress(period.code)}/freeze`}>
        <Token asked={asked} />
        <input type="hidden" name="version" value={String(overview.round.version)} />
        <Button classes="govuk-button--warning">Freeze the figures</Button>
      </form>
    </>,
  );
}

export async function freeze(asked: Asked): Promise<Answer> {
  const open = await roundOf(asked);
  if (open === null) return notFoundPage(asked);
  const { period, overview } = open;
  const address = roundAddress(period.code);
  // Pressed twice: it is done, by the same press.
  if (overview.round.state === 'frozen' && overview.round.version === (versionIn(asked) ?? 0) + 1) {
    return { kind: 'redirect', to: address, notice: 'The figures are frozen.' };
  }
  const version = versionIn(asked) ?? overview.round.version;
  await changeRound(asked.store, actingFor(asked), {
    period: period.code,
    verb: 'freeze',
    version,
    reason: null,
    detail: {},
  });
  return { kind: 'redirect', to: address, notice: 'The figures are frozen.' };
}

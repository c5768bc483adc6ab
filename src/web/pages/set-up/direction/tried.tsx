import { directionKey } from '../../../../domain/direction/basis-in-words.ts';
import type { DirectionScheme } from '../../../../domain/direction/scheme.ts';
import { periodLabel } from '../../../../domain/period/label.ts';
import { type DirectionPreview, previewDirection } from '../../../../workflow/queries/preview-direction.ts';
import { Button } from '../../../components/button/button.tsx';
import { Table } from '../../../components/table/table.tsx';
import type { FieldProblem } from '../../../form-problems.tsx';
import { Token } from '../../../frame.tsx';
import type { Asked } from '../../../route.ts';
import { KeyOfRules } from '../scheme/key-of-rules.tsx';
import { WhenAndWhy } from '../scheme/when-and-why.tsx';

/** The rules of a direction scheme in words. */
export function DirectionRules({ scheme }: { scheme: DirectionScheme }) {
  const { basis, lines, notes } = directionKey(scheme);
  return (
    <KeyOfRules
      caption={basis}
      captionSmall
      heading="Direction"
      rows={lines.map(({ label, sentence, outcome }) => ({
        key: outcome ?? 'none',
        given: label,
        when: sentence,
      }))}
      notes={[...notes, ...(scheme.source === null ? [] : [`Source: ${scheme.source}`])]}
    />
  );
}

interface TriedProps {
  asked: Asked;
  scheme: DirectionScheme;
  /** What the form carries on, so that what is stored is what was shown. */
  carried: { name: 'preset' | 'json'; value: string };
  problems: readonly FieldProblem[];
}

/** What a scheme would change, its rules, and the form that has it used. */
export async function tried({ asked, scheme, carried, problems }: TriedProps) {
  const preview = await previewDirection(asked.known, scheme);
  return (
    <>
      <p class="govuk-body">{inWords(preview)}</p>
      {preview === null || preview.changes.length === 0 ? null : <Changes preview={preview} />}
      <DirectionRules scheme={scheme} />
      <form method="post" action="/set-up/direction/confirm" noValidate>
        <Token asked={asked} />
        <input type="hidden" name={carried.name} value={carried.value} />
        <WhenAndWhy asked={asked} problems={problems} />
        <Button>Use this scheme</Button>
      </form>
    </>
  );
}

function Changes({ preview: { period, changes } }: { preview: DirectionPreview }) {
  return (
    <Table
      caption={`Direction of travel, ${periodLabel(period)}`}
      columns={[
        { heading: 'Measure', label: '' },
        { heading: 'Is', label: 'Is' },
        { heading: 'Would be', label: 'Would be' },
        { heading: 'Why', label: 'Why' },
      ]}
      rows={changes.map(({ code, title, is, wouldBe, why }) => ({
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
  );
}

function inWords(preview: DirectionPreview | null): string {
  if (preview === null) return 'There are no figures yet to try it on.';
  const { changes, measures, period } = preview;
  return changes.length === 0
    ? `In ${periodLabel(period)} nothing would change: all ${measures} measures keep their direction.`
    : `${changes.length} of the ${measures} measures of ${periodLabel(period)} would have another direction.`;
}

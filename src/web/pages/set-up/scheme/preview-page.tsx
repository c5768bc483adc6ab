import { periodLabel } from '../../../../domain/period/label.ts';
import type { StatusScheme } from '../../../../domain/status/scheme.ts';
import { previewScheme, type SchemePreview } from '../../../../workflow/queries/replay-scheme.ts';
import { changeScheme } from '../../../../workflow/set-up/change-scheme.ts';
import { actingFor } from '../../../acting.ts';
import { Button } from '../../../components/button/button.tsx';
import { type FieldProblem, Problems, problemsOf } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { changePage } from './change-page.tsx';
import { Changes } from './changes.tsx';
import { KeyTable } from './key-table.tsx';
import { presetIn, schemeIn, schemeText } from './scheme-typed.ts';
import { WhenAndWhy, whenAndWhyIn } from './when-and-why.tsx';

/** What a scheme would change; nothing is stored. */
export async function previewPage(asked: Asked): Promise<Answer> {
  const read = asked.form.has('json') ? schemeIn(asked.form) : presetIn(asked.form);
  return 'problems' in read ? changePage(asked, read.problems) : shown(asked, read.scheme, []);
}

export async function confirmScheme(asked: Asked): Promise<Answer> {
  const read = schemeIn(asked.form);
  if ('problems' in read) return changePage(asked, read.problems);
  const { scheme } = read;
  const said = whenAndWhyIn(asked);
  if ('problems' in said) return shown(asked, scheme, said.problems);
  const problems = await problemsOf(() => changeScheme(asked.store, actingFor(asked), { scheme, ...said }));
  if (problems.length > 0) return shown(asked, scheme, problems);
  return { kind: 'redirect', to: '/set-up/scheme', notice: `${scheme.name} has been stored.` };
}

async function shown(asked: Asked, scheme: StatusScheme, problems: readonly FieldProblem[]): Promise<Answer> {
  const preview = await previewScheme(asked.store, asked.authority.code, scheme);
  return pageAnswer(
    asked,
    {
      title: `What ${scheme.name} would change`,
      back: { text: 'Try another scheme', href: '/set-up/scheme/change' },
      hasErrors: problems.length > 0,
      wide: true,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">What {scheme.name} would change</h1>
      <p class="govuk-body-l">{sentence(preview)}</p>
      {preview === null ? null : <Changes preview={preview} />}
      <KeyTable scheme={scheme} />
      <form method="post" action="/set-up/scheme/confirm" noValidate>
        <Token asked={asked} />
        <input type="hidden" name="json" value={schemeText(scheme)} />
        <h2 class="govuk-heading-m">Use this scheme</h2>
        <WhenAndWhy asked={asked} problems={problems} />
        <Button>Use this scheme</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

function sentence(preview: SchemePreview | null): string {
  if (preview === null) return 'There are no figures yet to try it on.';
  const { now, forecast, period } = preview;
  const label = periodLabel(period);
  if (now.changes.length + forecast.changes.length === 0) {
    return `In ${label} nothing would change: all ${now.rows.length} measures keep their status.`;
  }
  const changing = now.changes.length;
  return `${changing} of the ${now.rows.length} measures of ${label} would change now, and ${forecast.changes.length} in forecast.`;
}

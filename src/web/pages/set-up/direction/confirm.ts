import { changeDirectionScheme } from '../../../../workflow/set-up/change-scheme.ts';
import { actingFor } from '../../../acting.ts';
import { type FieldProblem, problemsOf } from '../../../form-problems.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { whenAndWhyIn } from '../scheme/when-and-why.tsx';
import { directionPage, presetIn } from './direction-page.tsx';
import { ownPage } from './own-page.tsx';
import { schemeCarried } from './own-typed.ts';
import { previewPage } from './preview-page.tsx';

/** `POST /set-up/direction/confirm`: a preset by its name, or own rules as the preview showed them. */
export async function confirmDirection(asked: Asked): Promise<Answer> {
  const carried = asked.form.has('json') ? schemeCarried(asked.form) : null;
  if (carried !== null && 'problems' in carried) return ownPage(asked, carried);
  const scheme = carried?.scheme ?? presetIn(asked);
  if (scheme === null) return directionPage(asked, [{ field: 'preset', message: 'Choose a scheme' }]);
  const back = (problems: readonly FieldProblem[]) =>
    carried === null ? directionPage(asked, problems) : previewPage(asked, scheme, problems);
  const said = whenAndWhyIn(asked);
  if ('problems' in said) return back(said.problems);
  const change = { scheme, ...said };
  const problems = await problemsOf(() => changeDirectionScheme(asked.store, actingFor(asked), change));
  if (problems.length > 0) return back(problems);
  return { kind: 'redirect', to: '/set-up/direction', notice: `${scheme.name} has been stored.` };
}

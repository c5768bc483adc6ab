import type { DirectionScheme } from '../../../../domain/direction/scheme.ts';
import { Button } from '../../../components/button/button.tsx';
import { type FieldProblem, Problems } from '../../../form-problems.tsx';
import { pageAnswer, Token } from '../../../frame.tsx';
import type { Answer, Asked } from '../../../route.ts';
import { ownPage, versionOfOwn } from './own-page.tsx';
import { fieldsOf, schemeCarried, schemeTyped, textOf } from './own-typed.ts';
import { tried } from './tried.tsx';

/** `POST /set-up/direction/preview`: what own rules would change; nothing is stored. */
export async function previewOwn(asked: Asked): Promise<Answer> {
  const read = schemeTyped(asked.form, { version: await versionOfOwn(asked), effectiveFrom: asked.today });
  if ('scheme' in read) return previewPage(asked, read.scheme);
  return ownPage(asked, { fields: asked.form, problems: read.problems });
}

/** `POST /set-up/direction/own`: back from the preview to the fields, with what they held. */
export async function changeAgain(asked: Asked): Promise<Answer> {
  const carried = schemeCarried(asked.form);
  return ownPage(asked, 'scheme' in carried ? { fields: fieldsOf(carried.scheme), problems: [] } : carried);
}

export async function previewPage(
  asked: Asked,
  scheme: DirectionScheme,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const title = `What ${scheme.name} would change`;
  const json = textOf(scheme);
  return pageAnswer(
    asked,
    {
      title,
      back: { text: 'Direction of travel', href: '/set-up/direction' },
      hasErrors: problems.length > 0,
      wide: true,
    },
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">{title}</h1>
      {await tried({ asked, scheme, carried: { name: 'json', value: json }, problems })}
      <form method="post" action="/set-up/direction/own" noValidate>
        <Token asked={asked} />
        <input type="hidden" name="json" value={json} />
        <Button classes="govuk-button--secondary">Change these rules</Button>
      </form>
    </>,
    problems.length > 0 ? 400 : 200,
  );
}

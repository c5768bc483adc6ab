import { saveNationalData } from '../../../workflow/set-up/change-peers.ts';
import { actingFor } from '../../acting.ts';
import { measureAddress } from '../../addresses.ts';
import { problemsOf } from '../../form-problems.tsx';
import type { Answer, Asked } from '../../route.ts';
import { measureOf } from '../../subject.ts';
import { typedOrNull, typedText } from '../../typed-form.ts';
import { typedDay } from '../../wording/typed-day.ts';
import { notFoundPage } from '../problem/problem.tsx';
import { comparisonPage } from './comparison-page.tsx';

export async function saveExpected(asked: Asked): Promise<Answer> {
  const code = await measureOf(asked);
  if (code === null) return notFoundPage(asked);
  const day = typedDay(typedText(asked.form, 'expectedOn'), 'The day');
  const problems =
    'problem' in day
      ? [{ field: 'expectedOn', message: day.problem }]
      : await problemsOf(() =>
          saveNationalData(
            asked.store,
            actingFor(asked),
            {
              measure: code,
              expectedOn: day.day,
              period: typedOrNull(asked.form, 'period'),
              publication: typedOrNull(asked.form, 'publication'),
            },
            null,
          ),
        );
  if (problems.length > 0) return comparisonPage(asked, problems);
  return {
    kind: 'redirect',
    to: `/measures/${measureAddress(code)}/comparison`,
    notice: 'The day has been saved.',
  };
}

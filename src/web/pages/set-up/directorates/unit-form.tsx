import { type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { Button } from '../../../components/button/button.tsx';
import { Input } from '../../../components/input/input.tsx';
import { Select } from '../../../components/select/select.tsx';
import { type FieldProblem, messageFor } from '../../../form-problems.tsx';
import { Token } from '../../../frame.tsx';
import type { Asked } from '../../../route.ts';

/** The form as it was typed. */
export interface UnitTyped {
  name: string;
  parent: string;
  order: string;
  from: string;
  reason: string;
}

interface UnitFormProps {
  asked: Asked;
  setUp: SetUp;
  code: string | null;
  typed: UnitTyped;
  problems: readonly FieldProblem[];
}

export function UnitForm({ asked, setUp, code, typed, problems }: UnitFormProps) {
  const wrong = (name: string) => messageFor(problems, name);
  const directorates = unitsOn(setUp.units, '9999-12-31').filter(
    (unit) => unit.parent === null && unit.code !== code,
  );
  const isNew = code === null;
  return (
    <form
      method="post"
      action={`/set-up/directorates/${isNew ? 'new' : encodeURIComponent(code)}`}
      noValidate
    >
      <Token asked={asked} />
      <Input name="name" label="Name" value={typed.name} errorMessage={wrong('name')} />
      <Select
        name="parent"
        label="What it is"
        value={typed.parent}
        items={[
          { value: '', text: 'A directorate' },
          ...directorates.map((each) => ({ value: each.code, text: `A service of ${each.name}` })),
        ]}
        errorMessage={wrong('parent')}
      />
      <Input
        name="order"
        label="Place in reports"
        hint="1 comes first"
        value={typed.order}
        inputmode="numeric"
        classes="govuk-input--width-3"
        errorMessage={wrong('order')}
      />
      <Input
        name="from"
        label={isNew ? 'First day' : 'From which day this holds'}
        hint={
          isNew
            ? 'Leave it blank if it has always been there. For example, 1/4/2019'
            : 'Reports of earlier periods keep what held then. Leave it blank to correct a slip everywhere. For example, 1/4/2019'
        }
        value={typed.from}
        classes="govuk-input--width-10"
        errorMessage={wrong('from')}
      />
      <Input
        name="reason"
        label="Reason (kept in the trail)"
        value={typed.reason}
        errorMessage={wrong('reason')}
      />
      <Button>{isNew ? 'Add' : 'Save changes'}</Button>
    </form>
  );
}

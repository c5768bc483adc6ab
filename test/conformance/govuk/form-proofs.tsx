import { CharacterCount } from '../../../src/web/components/character-count/character-count.tsx';
import { Checkboxes, Radios } from '../../../src/web/components/choices/choices.tsx';
import { DateInput } from '../../../src/web/components/date-input/date-input.tsx';
import { Fieldset } from '../../../src/web/components/fieldset/fieldset.tsx';
import { FileUpload } from '../../../src/web/components/file-upload/file-upload.tsx';
import { Input } from '../../../src/web/components/input/input.tsx';
import { Select } from '../../../src/web/components/select/select.tsx';
import { Textarea } from '../../../src/web/components/textarea/textarea.tsx';
import { content, field, formGroup, given, type Options, options, type Proof } from './fixture.ts';

const choice = (chosen: (item: Options) => boolean) => (item: Options) =>
  item.divider
    ? { divider: item.divider }
    : {
        ...item,
        text: content(item),
        hint: options(item.hint),
        checked: item.checked ?? chosen(item),
        conditional: item.conditional?.html ? content(item.conditional) : undefined,
      };

const question = (all: Options) => ({
  ...all,
  id: all.idPrefix ?? all.id ?? all.name,
  hint: options(all.hint),
  errorMessage: options(all.errorMessage),
  formGroup: formGroup(all.formGroup),
  legend: all.fieldset ? options(all.fieldset.legend) : null,
  fieldset: { describedBy: all.describedBy, ...all.fieldset, legend: undefined },
});

const gaps = {
  why: 'their templates number the choices with the gaps in a list; ours holds none',
  when: (all: Options) => all.items?.some((item: Options) => !item),
};

const part = (all: Options, name: 'day' | 'month' | 'year') => {
  const item = given(all.items).find((one) => one.name === name) ?? {};
  const { value = all[name]?.value ?? all.values?.[name], ...more } = { ...all[name], ...item };
  const prefixed = all.values?.[`${all.namePrefix}-${name}`];
  return {
    ...more,
    error: more.error ?? (/--error/.test(more.classes ?? '') || undefined),
    value: value ?? prefixed,
  };
};

const ownParts = (all: Options) =>
  all.day === false ||
  all.year === false ||
  all.day?.name !== undefined ||
  (given(all.items).length > 0 &&
    (given(all.items)
      .map(({ name }) => name)
      .join() !== 'day,month,year' ||
      given(all.items).some((item) => item.id ?? item.label ?? item.pattern ?? item.inputmode)));

export const formProofs: readonly Proof[] = [
  {
    component: 'fieldset',
    render: (all) => (
      <Fieldset {...all} legend={options(all.legend)}>
        {content(all)}
      </Fieldset>
    ),
  },
  {
    component: 'input',
    render: (all) => <Input {...field(all)} prefix={options(all.prefix)} suffix={options(all.suffix)} />,
  },
  { component: 'textarea', render: (all) => <Textarea {...field(all)} /> },
  { component: 'character-count', render: (all) => <CharacterCount {...field(all)} /> },
  {
    component: 'select',
    render: (all) => <Select {...field(all)} items={given(all.items)} />,
    leftOut: [
      { why: 'a value is text or a number, never false', when: (_, name) => name === 'with falsy values' },
    ],
  },
  {
    component: 'file-upload',
    render: (all) => <FileUpload {...field(all)} />,
    leftOut: [
      {
        why: 'the drop zone is made by a script of theirs, which we do not load',
        when: (all) => all.javascript,
      },
    ],
  },
  {
    component: 'checkboxes',
    render: (all) => (
      <Checkboxes
        {...question(all)}
        items={given(all.items).map(choice(({ value }) => all.values?.includes(value) ?? false))}
      />
    ),
    leftOut: [gaps],
  },
  {
    component: 'radios',
    render: (all) => (
      <Radios
        {...question(all)}
        items={given(all.items).map(choice(({ value }) => Boolean(all.value) && value === all.value))}
      />
    ),
    leftOut: [gaps],
  },
  {
    component: 'date-input',
    render: (all) => (
      <DateInput
        {...question(all)}
        day={part(all, 'day')}
        month={part(all, 'month')}
        year={part(all, 'year')}
      />
    ),
    leftOut: [{ why: 'ours is always a day, a month and a year, under those names', when: ownParts }],
  },
];

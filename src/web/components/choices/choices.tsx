import { type Attributes, type Content, isGiven, classes as join, type OrOptions } from '../content.ts';
import { Fieldset, type FieldsetOptions, type LegendOptions } from '../fieldset/fieldset.tsx';
import { describedByOf, type FieldProps, FormGroup, HintAndError } from '../form-group/form-group.tsx';
import { type Choice, ChoiceItem, type Divider } from './choice.tsx';

export type { Choice, Divider } from './choice.tsx';

export interface ChoicesProps
  extends Pick<FieldProps, 'name' | 'id' | 'hint' | 'errorMessage' | 'formGroup' | 'classes' | 'attributes'> {
  /** The question. null only where one box stands alone and its label says it all. */
  legend: OrOptions<LegendOptions> | null;
  fieldset?: Omit<FieldsetOptions, 'legend'>;
  items: readonly (Choice | Divider)[];
  /** Smaller boxes, where there are many. */
  small?: boolean;
}

/** One of several. */
export const Radios = (props: ChoicesProps) => <Choices {...props} kind="radio" />;

/** Any of several, all under one name. */
export const Checkboxes = (props: ChoicesProps) => <Choices {...props} kind="checkbox" />;

/** The first box has the name as its id, so that the error summary leads to it. */
function Choices(props: ChoicesProps & { kind: 'radio' | 'checkbox' }) {
  const { kind, name, id = name, legend, fieldset = {}, items, small, formGroup = {} } = props;
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const describedBy = describedByOf(id, { ...props, describedBy: fieldset.describedBy });
  // Without a fieldset there is nothing else that could say what is wrong with a box.
  const boxDescribedBy = isGiven(legend) || kind === 'radio' ? undefined : describedBy;
  const boxes = (
    <>
      <HintAndError id={id} hint={props.hint} errorMessage={props.errorMessage} />
      <div
        class={join(block, small && `${block}--small`, props.classes)}
        data-module={block}
        {...(props.attributes as Attributes)}
      >
        {formGroup.beforeInput}
        {items.map((item, index) =>
          'divider' in item ? (
            <div class={`${block}__divider`} key={index}>
              {item.divider}
            </div>
          ) : (
            <ChoiceItem
              key={index}
              kind={kind}
              block={block}
              choice={{
                ...item,
                name: item.name ?? name,
                id: item.id ?? (index === 0 ? id : `${id}-${index + 1}`),
              }}
              describedBy={boxDescribedBy}
            />
          ),
        )}
        {formGroup.afterInput}
      </div>
    </>
  );
  return (
    <FormGroup field={props}>
      {legend === null ? (
        boxes
      ) : (
        <Fieldset {...fieldset} legend={legendOf(legend)} describedBy={describedBy}>
          {boxes}
        </Fieldset>
      )}
    </FormGroup>
  );
}

const legendOf = (legend: OrOptions<LegendOptions>): OrOptions<LegendOptions> =>
  typeof legend === 'string' ? { text: legend, classes: 'govuk-fieldset__legend--s' } : (legend as Content);

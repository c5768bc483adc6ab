import type { VNode } from 'preact';
import { type Attributes, type Content, classes as join } from '../content.ts';

export interface SummaryAction {
  /** "Change" */
  text: Content;
  href: string;
  /** What it changes: ten links that all say "Change" are of no use to somebody who hears them in a list. */
  visuallyHiddenText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface SummaryRow {
  key: Content;
  value: Content;
  actions?: readonly SummaryAction[] | undefined;
  classes?: string | undefined;
  keyClasses?: string | undefined;
  valueClasses?: string | undefined;
  actionsClasses?: string | undefined;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

/** What is known of one thing: name, value, and what can be done about it. */
export function SummaryList({ rows, classes, attributes }: SummaryListProps) {
  const anyActions = rows.some(({ actions = [] }) => actions.length > 0);
  return (
    <dl class={join('govuk-summary-list', classes)} {...attributes}>
      {rows.map((row, index) => {
        const { actions = [] } = row;
        const bare = anyActions && actions.length === 0;
        return (
          <div
            key={index}
            class={join(
              'govuk-summary-list__row',
              bare && 'govuk-summary-list__row--no-actions',
              row.classes,
            )}
          >
            <dt class={join('govuk-summary-list__key', row.keyClasses)}>{row.key}</dt>
            <dd class={join('govuk-summary-list__value', row.valueClasses)}>{row.value}</dd>
            {actions.length === 0 ? null : (
              <dd class={join('govuk-summary-list__actions', row.actionsClasses)}>
                <Actions actions={actions} />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

function Actions({ actions }: { actions: readonly SummaryAction[] }): VNode {
  const [first, ...others] = actions;
  if (first !== undefined && others.length === 0) return <ActionLink action={first} />;
  return (
    <ul class="govuk-summary-list__actions-list">
      {actions.map((action, index) => (
        <li class="govuk-summary-list__actions-list-item" key={index}>
          <ActionLink action={action} />
        </li>
      ))}
    </ul>
  );
}

function ActionLink({ action }: { action: SummaryAction }) {
  const { text, href, visuallyHiddenText, classes, attributes } = action;
  return (
    <a class={join('govuk-link', classes)} href={href} {...attributes}>
      {text}
      {visuallyHiddenText ? <span class="govuk-visually-hidden"> {visuallyHiddenText}</span> : null}
    </a>
  );
}

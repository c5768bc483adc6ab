import { Breadcrumbs } from '../../../src/web/components/breadcrumbs/breadcrumbs.tsx';
import { Button } from '../../../src/web/components/button/button.tsx';
import { Details } from '../../../src/web/components/details/details.tsx';
import { ErrorMessage } from '../../../src/web/components/error-message/error-message.tsx';
import { ErrorSummary } from '../../../src/web/components/error-summary/error-summary.tsx';
import { Hint } from '../../../src/web/components/hint/hint.tsx';
import { InsetText } from '../../../src/web/components/inset-text/inset-text.tsx';
import { Label } from '../../../src/web/components/label/label.tsx';
import { NotificationBanner } from '../../../src/web/components/notification-banner/notification-banner.tsx';
import { Pagination } from '../../../src/web/components/pagination/pagination.tsx';
import { SummaryList } from '../../../src/web/components/summary-list/summary-list.tsx';
import { Tag } from '../../../src/web/components/tag/tag.tsx';
import { WarningText } from '../../../src/web/components/warning-text/warning-text.tsx';
import { content, given, type Options, type Proof } from './fixture.ts';

const titled = (all: Options, name: string) =>
  content({ text: all[`${name}Text`], html: all[`${name}Html`] });
const noFocus = {
  why: 'where the focus goes is not an option of ours',
  when: (all: Options) => all.disableAutoFocus !== undefined,
};

export const pageProofs: readonly Proof[] = [
  { component: 'button', render: (all) => <Button {...all}>{content(all)}</Button> },
  {
    component: 'label',
    render: (all) => <Label {...all}>{content(all)}</Label>,
    leftOut: [{ why: 'every control of ours has a label', when: (_, name) => name === 'empty' }],
  },
  { component: 'hint', render: (all) => <Hint {...all}>{content(all)}</Hint> },
  { component: 'error-message', render: (all) => <ErrorMessage {...all}>{content(all)}</ErrorMessage> },
  {
    component: 'error-summary',
    render: (all) => (
      <ErrorSummary
        {...all}
        titleText={titled(all, 'title')}
        descriptionText={titled(all, 'description')}
        errorList={given(all.errorList).map((item) => ({ ...item, text: content(item) }))}
      />
    ),
    leftOut: [noFocus],
  },
  {
    component: 'details',
    render: (all) => (
      <Details {...all} summaryText={titled(all, 'summary')}>
        {content(all)}
      </Details>
    ),
  },
  {
    component: 'notification-banner',
    render: (all) => (
      <NotificationBanner {...all} titleText={titled(all, 'title')}>
        {content(all)}
      </NotificationBanner>
    ),
    leftOut: [noFocus],
  },
  { component: 'tag', render: (all) => <Tag {...all}>{content(all)}</Tag> },
  { component: 'inset-text', render: (all) => <InsetText {...all}>{content(all)}</InsetText> },
  { component: 'warning-text', render: (all) => <WarningText {...all}>{content(all)}</WarningText> },
  {
    component: 'breadcrumbs',
    render: (all) => (
      <Breadcrumbs {...all} items={given(all.items).map((item) => ({ ...item, text: content(item) }))} />
    ),
  },
  {
    component: 'summary-list',
    render: (all) => (
      <SummaryList
        {...all}
        rows={given(all.rows).map(({ key, value, actions, classes }) => ({
          key: content(key),
          value: content(value),
          actions: actions?.items?.map((action: Options) => ({ ...action, text: content(action) })),
          classes,
          keyClasses: key.classes,
          valueClasses: value.classes,
          actionsClasses: actions?.classes,
        }))}
      />
    ),
    leftOut: [{ why: 'no page of ours has summary cards', when: (all) => all.card }],
  },
  {
    component: 'pagination',
    render: (all) => (
      <Pagination
        {...all}
        previous={all.previous}
        next={all.next}
        items={all.items?.filter((item: Options) => item && Object.keys(item).length > 0)}
      />
    ),
  },
];

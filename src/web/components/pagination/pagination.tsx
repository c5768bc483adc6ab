import { type Attributes, type Content, classes as join } from '../content.ts';

export interface PaginationLink {
  href: string;
  /** "Previous page" or "Next page" unless given. */
  text?: Content;
  /** What is there: "2018-19, quarter 1". Only where there are no numbered pages. */
  labelText?: string | undefined;
  attributes?: Attributes | undefined;
}

export type PaginationItem =
  | { ellipsis: true }
  | {
      number: number | string;
      href: string;
      current?: boolean | undefined;
      visuallyHiddenText?: string | undefined;
      attributes?: Attributes | undefined;
      ellipsis?: undefined;
    };

export interface PaginationProps {
  previous?: PaginationLink | undefined;
  next?: PaginationLink | undefined;
  items?: readonly PaginationItem[] | undefined;
  landmarkLabel?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

/** One page after the other: numbered, or by what comes before and after. */
export function Pagination(props: PaginationProps) {
  const { previous, next, items, landmarkLabel = 'Pagination', classes, attributes } = props;
  const block = items === undefined && (next !== undefined || previous !== undefined);
  return (
    <nav
      class={join('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel}
      {...attributes}
    >
      {previous === undefined ? null : <Arrow kind="prev" link={previous} block={block} />}
      {items === undefined ? null : (
        <ul class="govuk-pagination__list">
          {items.map((item, index) => (
            <PageItem key={index} item={item} />
          ))}
        </ul>
      )}
      {next === undefined ? null : <Arrow kind="next" link={next} block={block} />}
    </nav>
  );
}

function Arrow({ kind, link, block }: { kind: 'prev' | 'next'; link: PaginationLink; block: boolean }) {
  const { href, text, labelText, attributes } = link;
  const iconFirst = block || kind === 'prev';
  return (
    <div class={`govuk-pagination__${kind}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={kind} {...attributes}>
        {iconFirst ? <Icon kind={kind} /> : null}
        <span
          class={join(
            'govuk-pagination__link-title',
            block && !labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {text ?? (
            <>
              {kind === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {block && labelText ? (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{labelText}</span>
          </>
        ) : null}
        {iconFirst ? null : <Icon kind={kind} />}
      </a>
    </div>
  );
}

function PageItem({ item }: { item: PaginationItem }) {
  if (item.ellipsis) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  const { number, href, current, visuallyHiddenText = `Page ${number}`, attributes } = item;
  return (
    <li class={join('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={visuallyHiddenText}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        {...attributes}
      >
        {number}
      </a>
    </li>
  );
}

const paths = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

const Icon = ({ kind }: { kind: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={paths[kind]} />
  </svg>
);

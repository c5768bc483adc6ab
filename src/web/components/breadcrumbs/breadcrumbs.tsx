import { type Attributes, type Content, classes as join } from '../content.ts';

interface BreadcrumbsProps {
  /** From the start; the last may be the page itself, without an address. */
  items: readonly { text: Content; href?: string | undefined; attributes?: Attributes | undefined }[];
  collapseOnMobile?: boolean | undefined;
  labelText?: string | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
}

export function Breadcrumbs(props: BreadcrumbsProps) {
  const { items, collapseOnMobile, labelText = 'Breadcrumb', classes, attributes } = props;
  return (
    <nav
      class={join('govuk-breadcrumbs', classes, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      aria-label={labelText}
      {...attributes}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href, attributes: ofLink }, index) =>
          href ? (
            <li class="govuk-breadcrumbs__list-item" key={index}>
              <a class="govuk-breadcrumbs__link" href={href} {...ofLink}>
                {text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page" key={index}>
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

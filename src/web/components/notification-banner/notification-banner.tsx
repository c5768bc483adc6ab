import { type Attributes, type Content, classes as join } from '../content.ts';

interface NotificationBannerProps {
  type?: 'success' | 'important';
  /** "Success" or "Important" unless given. */
  titleText?: Content;
  titleHeadingLevel?: 2 | 3 | 4 | undefined;
  titleId?: string | undefined;
  role?: 'alert' | 'region' | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
  /** A sentence; what is more than one stands as it is given. */
  children: Content;
}

/** What has just happened, or what somebody must know. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { type = 'important', titleHeadingLevel = 2, children } = props;
  const { titleId = 'govuk-notification-banner-title' } = props;
  const success = type === 'success';
  const Heading = `h${titleHeadingLevel}` as 'h2';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is alert or region, both of which have a name.
    <div
      class={join(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.classes,
      )}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.titleText ?? (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' || typeof children === 'number' ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}

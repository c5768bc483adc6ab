import type { Content } from '../content.ts';

/** What has just happened, or what somebody must know. */
export function NotificationBanner({
  type = 'important',
  children,
}: {
  type?: 'success' | 'important';
  children: Content;
}) {
  const success = type === 'success';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is alert or region, both of which have a name.
    <div
      class={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      role={success ? 'alert' : 'region'}
      aria-labelledby="govuk-notification-banner-title"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {success ? 'Success' : 'Important'}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{children}</p>
      </div>
    </div>
  );
}

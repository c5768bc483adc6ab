/**
 * What a browser may do with a page of ours: show it with our own style sheet, script and pictures, post its forms back
 * to us, and nothing else. Nothing private is kept in a cache. A page that is the same for everybody says so itself.
 */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    'content-security-policy': pagePolicy,
    'x-content-type-options': 'nosniff',
    // No other site learns where somebody came from. `no-referrer` would also take the Origin from our own forms.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // Going to the identity provider is a link, so no form ever leads to another site.
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types outturn',
].join('; ');

/** A frozen report carries its own style sheet within it; it was made by us and holds no script. */
export const frozenPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

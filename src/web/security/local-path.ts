/** Only to resolve against: nothing is ever sent there. */
const HERE = 'http://outturn.invalid';

/**
 * Where to go after signing in: a path of this site, whatever was asked for. Browsers read `//other.example`,
 * `/\other.example` and a path with a tab in it as another site.
 *
 * @example localPath('/update/2018-19-Q2/a?b=c') // the same
 * @example localPath('//evil.example') // '/'
 */
export function localPath(text: string | null): string {
  if (text === null || !text.startsWith('/') || /[\\\x00-\x1f\x7f]/.test(text)) return '/';
  if (!URL.canParse(text, HERE)) return '/';
  const { origin, pathname, search } = new URL(text, HERE);
  // `/.//other.example` is resolved to a path that begins with two slashes.
  if (origin !== HERE || pathname.startsWith('//')) return '/';
  // Signing in and out again would go round in circles.
  if (/^\/sign-(in|out)(\/|$)/.test(pathname)) return '/';
  return pathname + search;
}

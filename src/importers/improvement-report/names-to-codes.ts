const WHAT_IT_IS_BEFORE =
  /^(?:the )?(?:(?:london|royal|metropolitan) )?(?:borough|city|county|district) (?:council )?of /;
const WHAT_IT_IS_AFTER =
  / (?:(?:metropolitan|london|royal) )?(?:(?:city|borough|county|district|unitary|combined|town|parish) )?(?:council|authority|corporation)$/;

/**
 * A short code for an authority from its name: the place, without what kind of body it is.
 * @example authorityCode('Derby City Council') // 'derby'
 */
export function authorityCode(name: string): string {
  const lower = name.toLowerCase().replace(/\s+/g, ' ').trim();
  const place = ` ${lower.replace(WHAT_IT_IS_BEFORE, '')}`.replace(WHAT_IT_IS_AFTER, '').trim();
  const code = slug(place);
  return code === '' ? slug(lower) || 'authority' : code;
}

const KIND = /\b(?:city|county|borough|district|combined|parish|town)\b/;

/**
 * Whether two names may be one authority: the same place, and no two kinds of body of it. A city and the county
 * around it often share their name.
 */
export function sameAuthority(a: string, b: string): boolean {
  const [kindOfA, kindOfB] = [a, b].map((name) => KIND.exec(name.toLowerCase())?.[0]);
  if (kindOfA !== undefined && kindOfB !== undefined && kindOfA !== kindOfB) return false;
  return authorityCode(a) === authorityCode(b);
}

/** Lower-case words joined by hyphens; `&` is read as "and". @example slug('Communities & Place') // 'communities-and-place' */
export function slug(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replaceAll('&', ' and ');
  return (words.match(/[\p{L}\d]+/gu) ?? []).join('-').slice(0, 60).replace(/-$/, '');
}

/** Codes for names, each different: a name that would repeat one gets a number. */
export function codesFor(names: readonly string[]): Map<string, string> {
  const codes = new Map<string, string>();
  const used = new Set<string>();
  for (const name of names) {
    const base = slug(name) || 'unit';
    let code = base;
    for (let number = 2; used.has(code); number += 1) code = `${base}-${number}`;
    used.add(code);
    codes.set(name, code);
  }
  return codes;
}

import { type Branding, brandingFrom } from '../../domain/organisation/branding.ts';
import { contrast, leastContrast } from '../../domain/status/contrast.ts';
import type { Store } from '../../store/database.ts';
import { writeSetting } from '../../store/settings.ts';
import { inTransaction } from '../../store/transaction.ts';
import { openAuthority } from '../../store/write-authority.ts';
import { writeFacts } from '../../store/write-facts.ts';
import { BRANDING_SETTING } from '../queries/authority-now.ts';
import { readSetUp } from '../queries/set-up.ts';
import { Refused } from '../refused.ts';
import { type Acting, mustBeAllowed, roleFor } from '../round/acting.ts';

const WHITE = '#ffffff';

/** The name as pages and reports print it from now on, and the colours of the pages. */
export const changeBranding = (
  store: Store,
  acting: Acting,
  given: { name: string; branding: Branding },
): Promise<void> =>
  inTransaction(store, async (tx) => {
    mustBeAllowed(acting, 'changeBranding', null, null);
    const { authority: code, now, today } = acting;
    const { name, branding } = given;
    const problems = brandingProblems(branding);
    if (!/\p{L}/u.test(name)) problems.unshift({ field: 'name', message: 'Enter the name of the council' });
    if (problems.length > 0) throw new Refused('invalid', 'There is a problem', problems);
    await openAuthority(tx, code, now);
    const { authority } = await readSetUp(tx, code, today);
    const actingAs = roleFor(acting, 'changeBranding', null, null);
    const trail = { recordedAt: now, actor: acting.person.id, actingAs, reason: null };
    await writeFacts(tx, { authority: { ...authority, name } }, trail);
    await writeSetting(tx, code, BRANDING_SETTING, branding, trail);
  });

/** Colours that cannot be read, each with its field and the contrast it has. */
export function brandingProblems(branding: Branding): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  const { band, bandText, accent } = branding;
  const pairs: readonly (readonly [string, string, string, string])[] = [
    ['band', band, bandText, 'The band and the text on it'],
    ['accent', accent, WHITE, 'The accent colour and white'],
  ];
  for (const [field, one, other, words] of pairs) {
    if (brandingFrom({ band: one, bandText: other, accent: one }) === null) {
      problems.push({ field, message: 'Enter the colour as # and six digits, like #12436d' });
      continue;
    }
    const found = contrast(one, other);
    if (found >= leastContrast) continue;
    // Cut, not rounded: 4.49 must not be said as 4.5.
    const shown = Math.floor(found * 100) / 100;
    const message = `${words} have a contrast of ${shown} to 1, and must have at least ${leastContrast} to 1 to be read by everybody. Choose a ${field === 'band' && bandText !== WHITE ? 'lighter' : 'darker'} colour`;
    problems.push({ field, message });
  }
  return problems;
}

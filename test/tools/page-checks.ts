import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Page, Response } from 'playwright-core';
import { checksInPage } from './page-checks-inside.ts';

/** WCAG 2.2 AA, as axe names its parts. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Of the whole page with its style sheet and script, as it goes over the line. */
const MOST_BYTES = 100 * 1024;
const MOST_SCRIPT_BYTES = 15 * 1024;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The serialiser closes empty elements as XML does; browsers read both alike.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // The title carries measure and authority, whatever their length.
    'long-title': 'off',
    // Said twice on purpose: `display: block` takes the meaning of table elements away.
    'no-redundant-role': 'off',
    // The design system's own markup: a link that looks like a button, a summary that is announced.
    'prefer-native-element': 'off',
    // Names of form fields are ours and the design system's.
    'form-dup-name': [
      'error',
      { allowArrayBrackets: true, shared: ['radio', 'checkbox', 'button', 'submit'] },
    ],
  },
});

/** What is wrong with HTML as it was served. */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `html ${ruleId} at ${line}:${column}: ${message}`),
  );
}

/** What depends on the width of the window. */
const narrow = ['target-size', 'scrollable-region-focusable'];

/** axe as it is put into a page: half a megabyte, so once for each page and not for each question. */
const { source: axeSource } = createRequire(import.meta.resolve('@axe-core/playwright'))(
  'axe-core',
) as typeof Axe;

/** What axe finds in the page as it stands; it needs scripts. On a phone only what is different there. */
export async function axeProblems(page: Page, width: 'wide' | 'narrow'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      // The tenth row of a long table is made as the first nine are.
      const exclude = ['tbody tr:nth-child(n+10)', 'main li:nth-child(n+10)'];
      const found = await axe.run({ exclude }, { runOnly, resultTypes: ['violations'] });
      return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
    },
    width === 'wide' ? { type: 'tag' as const, values: wcag } : { type: 'rule' as const, values: narrow },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((html) => `axe ${id}: ${html.slice(0, 160)}`));
}

/** Everything else, in the page: what a person with a keyboard, a phone, a low-vision or colour setting needs. */
export async function pageProblems(page: Page): Promise<string[]> {
  const problems = await page.evaluate(checksInPage.atRest);
  problems.push(...(await skipLinkProblems(page)));
  problems.push(...(await page.evaluate(checksInPage.focus)));
  await page.emulateMedia({ forcedColors: 'active' });
  problems.push(...(await page.evaluate(checksInPage.forcedColours)));
  problems.push(...(await statusMarkProblems(page)));
  await page.emulateMedia({ forcedColors: 'none' });
  problems.push(...(await page.evaluate(checksInPage.textSpacing)));
  return problems;
}

/** The first stop of the Tab key leads past the council's band to the page itself. */
async function skipLinkProblems(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    // From the very beginning, also where the page has put the focus on what is wrong with it.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const first = document.activeElement;
    if (!(first instanceof HTMLAnchorElement) || !first.matches('.govuk-skip-link, .skip')) {
      return [`skip link: Tab stops first at ${first?.outerHTML.slice(0, 120)}`];
    }
    const to = document.getElementById(first.hash.slice(1));
    if (to?.tagName !== 'MAIN') return ['skip link: it does not lead to the main part of the page'];
    return first.getBoundingClientRect().height < 24 ? ['skip link: it cannot be seen with the focus'] : [];
  });
}

/** Marks that were looked at before, by their style sheet, shape and colours. */
const marksSeen = new Set<string>();

/** With the reader's own colours, each mark of a status still has a shape that can be told from its ground. */
async function statusMarkProblems(page: Page): Promise<string[]> {
  const kinds = await page.evaluate(checksInPage.statusMarks);
  const problems: string[] = [];
  for (const { kind, at } of kinds.filter(({ kind: one }) => !marksSeen.has(one))) {
    const mark = page.locator('.ot-status__mark').nth(at);
    const url = `data:image/png;base64,${(await mark.screenshot()).toString('base64')}`;
    const colours = await page.evaluate(checksInPage.coloursOf, url);
    if (colours < 2) problems.push(`forced colours: the mark of a status is one plain square: ${kind}`);
    else marksSeen.add(kind);
  }
  return problems;
}

/** Bytes on the line: this page, its style sheet and script, whether they came now or from the browser's store. */
export async function weightProblems(page: Page, response: Response): Promise<string[]> {
  const { responseBodySize } = await response.request().sizes();
  const parts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((entry) => ({
      name: entry.name,
      bytes: entry.encodedBodySize,
    })),
  );
  const script = parts.filter(({ name }) => name.includes('.js')).reduce((sum, { bytes }) => sum + bytes, 0);
  const all = parts.reduce((sum, { bytes }) => sum + bytes, responseBodySize);
  return [
    ...(all > MOST_BYTES
      ? [`weight: ${all} bytes in all, compressed (${responseBodySize} of the page)`]
      : []),
    ...(script > MOST_SCRIPT_BYTES ? [`weight: ${script} bytes of script, compressed`] : []),
  ];
}

/**
 * Checks that run in the page: each is sent there as it stands, so it uses nothing from outside itself, and tells what
 * is wrong in words.
 */
export const checksInPage = { atRest, focus, forcedColours, textSpacing, statusMarks, coloursOf };

/** Title, heading, labels, targets, and nothing wider than the window. */
function atRest(): string[] {
  const problems: string[] = [];
  const say = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  if (document.title.trim() === '') problems.push('title: there is none');
  const headings = [...document.querySelectorAll('h1')].filter(seen);
  if (headings.length !== 1) problems.push(`h1: there are ${headings.length}`);
  if (document.documentElement.lang === '') problems.push('language: the page does not say which');
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .filter((element) => !element.closest('[role="region"][tabindex="0"]'))
      .slice(-2)
      .map(say);
    problems.push(`sideways: ${root.scrollWidth} px in ${root.clientWidth}: ${widest.join(' … ')}`);
  }
  // What scrolls sideways by itself can be reached with the keyboard and says what it is.
  for (const element of document.body.querySelectorAll('*')) {
    const { overflowX } = getComputedStyle(element);
    const scrolls = overflowX === 'auto' || overflowX === 'scroll';
    if (!scrolls || element.scrollWidth <= element.clientWidth + 1 || element.tagName === 'TEXTAREA')
      continue;
    const named = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
    if (!named || element.getAttribute('tabindex') !== '0') problems.push(`scroll region: ${say(element)}`);
  }
  const fields = 'input:not([type="hidden"]):not([type="submit"]), select, textarea';
  for (const field of document.querySelectorAll<HTMLInputElement>(fields)) {
    const text = [...(field.labels ?? [])].map((label) => label.textContent).join('');
    const by = (field.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join('');
    if (`${text}${by}${field.getAttribute('aria-label') ?? ''}`.trim() === '') {
      problems.push(`label: none for ${say(field)}`);
    }
    for (const id of (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)) {
      if (document.getElementById(id) === null) problems.push(`described by #${id}, which is not there`);
    }
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (id !== '' && document.getElementById(id) === null)
      problems.push(`link to #${id}, which is not there`);
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index))) {
    problems.push(`id ${id} is there twice`);
  }
  // WCAG 2.5.8: 24 px, unless a link in a sentence, or with room around it.
  const targets = [...document.querySelectorAll('a[href], button, select, summary, input, textarea')]
    .filter((element) => !(element instanceof HTMLInputElement && element.type === 'hidden'))
    .filter((element) => seen(element) && !element.matches('.govuk-skip-link, .skip'))
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const { element, box } of targets) {
    if (box.width === 0 || (box.width >= 24 && box.height >= 24)) continue;
    const around = element.parentElement?.textContent?.trim() ?? '';
    const own = element.textContent?.trim() ?? '';
    const inline = getComputedStyle(element).display === 'inline';
    if (element.tagName === 'A' && inline && around.length > own.length) continue;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const tooNear = targets.some(({ element: other, box: theirs }) => {
      if (other === element || theirs.width === 0) return false;
      const dx = Math.max(theirs.left - x, 0, x - theirs.right);
      const dy = Math.max(theirs.top - y, 0, y - theirs.bottom);
      return dx * dx + dy * dy < 12 * 12;
    });
    if (tooNear) problems.push(`target: ${box.width}×${box.height} px, ${say(element)}`);
  }
  return problems;
}

/** The focus can be seen on everything that takes it: one of each kind. After the Tab key it is shown as from there. */
function focus(): string[] {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, select, summary, textarea, input:not([type="hidden"]), [tabindex="0"]',
    ),
  ].filter((element) => element.checkVisibility() && !element.hasAttribute('disabled'));
  const kinds = new Map(
    all.map((element) => {
      const within = element.closest('header, nav, main, footer')?.tagName;
      return [`${within} ${element.tagName} ${element.getAttribute('type')} ${element.className}`, element];
    }),
  );
  const looks = (element: HTMLElement): string => {
    const boxes = element.matches('[type="radio"], [type="checkbox"]');
    const sibling = boxes ? element.nextElementSibling : null;
    const parts = [getComputedStyle(element)];
    if (sibling !== null) parts.push(getComputedStyle(sibling), getComputedStyle(sibling, '::before'));
    return parts
      .map((style) => {
        const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`;
        return `${outline} ${style.backgroundColor} ${style.boxShadow} ${style.borderColor} ${style.borderWidth}`;
      })
      .join();
  };
  const problems: string[] = [];
  for (const element of kinds.values()) {
    (document.activeElement as HTMLElement | null)?.blur();
    const before = looks(element);
    element.focus();
    if (document.activeElement === element && looks(element) !== before) continue;
    problems.push(`focus: not to be seen on ${element.outerHTML.slice(0, 120)}`);
  }
  (document.activeElement as HTMLElement | null)?.blur();
  return problems;
}

/** With the reader's own colours, backgrounds are gone: what a background showed has a border. */
function forcedColours(): string[] {
  const bordered = '.govuk-button, .govuk-input, .govuk-textarea, .govuk-select, .ot-panel, .ot-status__mark';
  const problems: string[] = [];
  for (const element of document.querySelectorAll(`${bordered}, .govuk-error-summary, .govuk-tag`)) {
    if (!element.checkVisibility()) continue;
    const { borderTopStyle, borderTopWidth, borderLeftStyle, borderLeftWidth, outlineStyle } =
      getComputedStyle(element);
    const edges = [
      borderTopStyle !== 'none' && borderTopWidth !== '0px',
      borderLeftStyle !== 'none' && borderLeftWidth !== '0px',
      outlineStyle !== 'none',
    ];
    if (!edges.includes(true)) problems.push(`forced colours: no edge on ${element.outerHTML.slice(0, 100)}`);
  }
  return [...new Set(problems)];
}

/** WCAG 1.4.12: with wider spacing nothing is cut off and nothing grows out of the window. */
function textSpacing(): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
  );
  document.adoptedStyleSheets = [sheet];
  const problems: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .slice(-1)
      .map((element) => element.outerHTML.slice(0, 120));
    problems.push(`text spacing: ${root.scrollWidth} px in ${root.clientWidth}: ${widest.join()}`);
  }
  for (const element of document.querySelectorAll(
    'p, dd, dt, th, td, li, a, button, summary, label, h1, h2, h3, span',
  )) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || style.display === 'inline') continue;
    if (element.closest('.govuk-visually-hidden, .unseen, thead, .govuk-skip-link, .skip') !== null) continue;
    // Buttons have an invisible edge of two pixels around them, for the finger.
    const edge = element.classList.contains('govuk-button') ? 4 : 1;
    const cut = element.scrollWidth > element.clientWidth + edge && element.clientWidth > 0;
    const low = style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + edge;
    if (cut || low) problems.push(`text spacing: cut off ${element.outerHTML.slice(0, 120)}`);
  }
  document.adoptedStyleSheets = [];
  return problems;
}

/** The marks of statuses that can be seen, the first of each kind, with their place among all marks. */
function statusMarks(): { kind: string; at: number }[] {
  const sheet = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? 'of its own';
  const kinds = new Map<string, number>();
  for (const [at, mark] of [...document.querySelectorAll('.ot-status__mark')].entries()) {
    const kind = `${mark.outerHTML} with the style sheet ${sheet}`;
    if (mark.checkVisibility() && !kinds.has(kind)) kinds.set(kind, at);
  }
  return [...kinds].map(([kind, at]) => ({ kind, at }));
}

/** How many quite different colours there are in the middle of a picture. */
async function coloursOf(url: string): Promise<number> {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser cannot read a picture');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(4, 4, picture.width - 8, picture.height - 8);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = [data[at], data[at + 1], data[at + 2]].map((one) => (one ?? 0) >> 5).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count > 8).length;
}

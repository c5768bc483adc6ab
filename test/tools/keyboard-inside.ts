/** Questions about the focus that are asked in the page: each is sent there as it stands. */
export const focusInPage = { leave, remember, look, where, chosen };

/** Where the Tab key stopped. */
export interface Stop {
  /** Role and name, as far as they can be told: `link Scorecard`. */
  name: string;
  within: string | undefined;
  problems: string[];
}

/** Before a press: what has the focus, and how it all looks without it. */
interface Remembered {
  from: Element | null;
  looks: Map<Element, string>;
}

/** As if the page had just been opened. */
function leave(): void {
  (document.activeElement as HTMLElement | null)?.blur();
  const selection = getSelection();
  selection?.removeAllRanges();
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.blur();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
}

function remember(): void {
  const looks = new Map<Element, string>();
  for (const element of document.querySelectorAll(
    'a, button, input, select, textarea, summary, [tabindex]',
  )) {
    const boxes =
      getComputedStyle(element).opacity === '0' ? [element, element.nextElementSibling] : [element];
    const styles = boxes.flatMap((one) =>
      one === null ? [] : [getComputedStyle(one), getComputedStyle(one, '::before')],
    );
    const look = styles.map(
      (one) =>
        `${one.outlineStyle} ${one.outlineWidth} ${one.boxShadow} ${one.backgroundColor} ${one.borderWidth}`,
    );
    looks.set(element, look.join());
  }
  (window as unknown as { remembered: Remembered }).remembered = { from: document.activeElement, looks };
}

function look(key: string): Stop | null {
  const { from, looks } = (window as unknown as { remembered: Remembered }).remembered;
  const now = document.activeElement;
  if (now === null || now === document.body) return null;
  const problems: string[] = [];
  const boxes = getComputedStyle(now).opacity === '0' ? [now, now.nextElementSibling] : [now];
  const styles = boxes.flatMap((one) =>
    one === null ? [] : [getComputedStyle(one), getComputedStyle(one, '::before')],
  );
  const shown = styles.map(
    (one) =>
      `${one.outlineStyle} ${one.outlineWidth} ${one.boxShadow} ${one.backgroundColor} ${one.borderWidth}`,
  );
  const role =
    now.getAttribute('role') ?? { A: 'link', SUMMARY: 'button' }[now.tagName] ?? now.tagName.toLowerCase();
  const kind = now instanceof HTMLInputElement && now.type !== 'text' ? now.type : role;
  const labels = [...((now as HTMLInputElement).labels ?? [])].map((one) => one.textContent).join(' ');
  const by = (now.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '');
  const said = now.getAttribute('aria-label') ?? (by.join('') || labels || now.textContent || '');
  const name = `${kind} ${said.replace(/\s+/g, ' ').trim()}`;
  if (from === now) problems.push(`the focus is caught at ${name}`);
  if (looks.get(now) === shown.join() && from !== now) problems.push(`the focus cannot be seen at ${name}`);
  // The design system hides a radio button and draws one beside it.
  const seen = (boxes[1] ?? now).getBoundingClientRect();
  const [x, y] = [seen.left + Math.min(seen.width / 2, 20), seen.top + Math.min(seen.height / 2, 12)];
  if (seen.width === 0 || seen.height === 0) problems.push(`the focus is on something without size, ${name}`);
  else if (y < 0 || y > innerHeight || x < 0 || x > innerWidth)
    problems.push(`the focus is out of the window at ${name}`);
  else {
    const top = document.elementFromPoint(x, y);
    const covered = top !== null && !now.contains(top) && !top.contains(now) && !boxes.includes(top);
    if (covered) problems.push(`${name} is covered by ${top.outerHTML.slice(0, 80)}`);
  }
  if ((now as HTMLElement).tabIndex > 0) problems.push(`${name} has an order of its own`);
  if (from !== null && from !== document.body && from.isConnected && from !== now) {
    const after = (from.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (after !== (key === 'Tab')) problems.push(`the order goes back to ${name}`);
  }
  return { name, within: now.closest('header, nav, main, footer')?.tagName.toLowerCase(), problems };
}

/** What has the focus. */
function where(): { name: string } | null {
  const now = document.activeElement;
  if (now === null || now === document.body) return null;
  const labels = [...((now as HTMLInputElement).labels ?? [])].map((one) => one.textContent).join(' ');
  return {
    name: (now.getAttribute('aria-label') ?? (labels || now.textContent) ?? '').replace(/\s+/g, ' ').trim(),
  };
}

/** The chosen option of the list that has the focus. */
function chosen(): string {
  const list = document.activeElement as HTMLSelectElement;
  return list.selectedOptions?.[0]?.textContent?.trim() ?? '';
}

// Everything works without this. With it: the figures are judged as they are typed, and a draft is saved by itself.
const form = document.querySelector('form[data-saves]');
if (form instanceof HTMLFormElement) begin(form);

// What is wrong is read out first, and the next stop of the Tab key is the first mistake.
const summary = document.querySelector('.govuk-error-summary');
if (summary instanceof HTMLElement) {
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'), { once: true });
}

// A link that is announced as a button is pressed as one: with the space bar too.
document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== ' ' || !(target instanceof HTMLElement) || !target.matches('a[role="button"]')) return;
  event.preventDefault();
  target.click();
});

/** @param {HTMLFormElement} form */
function begin(form) {
  const said = document.querySelector('[data-saved]');
  const judged = document.querySelector('[data-judged]');
  const heard = document.querySelector('[data-heard]');
  let typed = false;
  let busy = false;
  /** @type {number | undefined} */
  let wait;

  const say = (text) => {
    if (said !== null) said.textContent = text;
  };

  const send = async () => {
    if (busy) return later();
    busy = true;
    typed = false;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    try {
      const answer = await fetch(form.dataset.saves ?? '', {
        method: 'POST',
        body,
        headers: { 'x-requested-with': 'outturn' },
      });
      const told = await answer.json();
      if (answer.ok) {
        const version = form.elements.namedItem('version');
        if (version instanceof HTMLInputElement) version.value = String(told.version);
        if (judged !== null && told.judged !== undefined) {
          const before = outcomes(judged);
          show(judged, told.judged);
          const now = outcomes(judged);
          if (heard !== null && now !== before) heard.textContent = now;
        }
        for (const [part, found] of Object.entries(told.findings ?? {})) advise(part, found);
        say(told.message);
      } else {
        typed = true;
        say(told.message);
      }
    } catch {
      typed = true;
      say('Not saved: no connection. What you typed is still here; it is tried again in a few seconds.');
      later(8000);
    } finally {
      busy = false;
    }
  };

  const later = (after = 1500) => {
    window.clearTimeout(wait);
    wait = window.setTimeout(send, after);
  };

  form.addEventListener('input', () => {
    typed = true;
    say('Not saved yet');
    later();
  });
  form.addEventListener('submit', () => {
    typed = false;
    window.clearTimeout(wait);
  });
  window.addEventListener('beforeunload', (event) => {
    if (typed) event.preventDefault();
  });
}

/**
 * What the server says of the words of one text, under its box: only where it is new, and with the reason that somebody is
 * typing there kept.
 *
 * @param {string} part
 * @param {{ keys: string, html: string }} found
 */
function advise(part, { keys, html }) {
  const place = document.querySelector(`[data-findings="${part}"]`);
  if (!(place instanceof HTMLElement) || place.dataset.keys === keys) return;
  const kept = [...place.querySelectorAll('input')].filter(({ value }) => value !== '');
  const focused = document.activeElement;
  place.dataset.keys = keys;
  show(place, html);
  for (const { name, value } of kept) {
    const again = place.querySelector(`input[name="${name}"]`);
    if (!(again instanceof HTMLInputElement)) continue;
    again.value = value;
    again.closest('details')?.setAttribute('open', '');
    if (focused instanceof HTMLInputElement && focused.name === name) again.focus();
  }
}

/**
 * The outcomes alone, in a sentence: read out where they have changed, and not with each letter that is typed.
 *
 * @param {Element} judged
 */
function outcomes(judged) {
  return [...judged.querySelectorAll('dt')]
    .map((name) => [name, name.nextElementSibling?.querySelector('.ot-status__word, strong')])
    .filter(([, word]) => word)
    .map((pair) => pair.map((one) => one.textContent.trim()).join(': '))
    .join('. ');
}

/** Made once: a second policy of the same name is refused. */
let policy;

/**
 * Puts what the server says of the figures in place of what stood there: text and attributes of our own making, parsed
 * without ever running anything.
 *
 * @param {Element} place
 * @param {string} html
 */
function show(place, html) {
  policy ??= window.trustedTypes?.createPolicy('outturn', { createHTML: (text) => text });
  const safe = policy === undefined ? html : policy.createHTML(html);
  const parsed = new DOMParser().parseFromString(/** @type {string} */ (safe), 'text/html');
  place.replaceChildren(...parsed.body.childNodes);
}

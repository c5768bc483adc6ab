import type { Page } from 'playwright-core';
import { focusInPage, type Stop } from './keyboard-inside.ts';

/** More stops of the Tab key than any page may have between two things that belong together. */
const MOST_STOPS = 250;

/**
 * Somebody who has a keyboard and nothing else. Every stop of the Tab key is looked at: the focus can be seen, is in the
 * window and not covered, comes in the order of the page, and is neither lost nor caught.
 */
export class Keyboard {
  /** What was wrong on the way, and where. */
  readonly problems: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on with the Tab key until something is reached, by its role and name: `link Scorecard`, `button Submit…`. */
  async reach(what: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const way: string[] = [];
    let left = 0;
    for (let count = 0; count < MOST_STOPS; count += 1) {
      const stop = await this.#step(key);
      // From the end of the page the focus goes through the browser's own window to its beginning: once.
      if (stop === null && ++left > 1) break;
      if (stop === null) continue;
      way.push(stop.name);
      if (what.test(stop.name)) return;
    }
    throw new Error(
      `the keyboard did not reach ${what} on ${this.#page.url()}; it came by:\n${way.join('\n')}`,
    );
  }

  /** Reaches what leads to another page, and presses it. */
  async follow(what: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(what);
    await Promise.all([this.#page.waitForEvent('load'), this.press(key)]);
  }

  press = (key: string): Promise<void> => this.#page.keyboard.press(key);

  /** Types into the field that is next called so, in place of what it held. */
  async type(field: RegExp, text: string): Promise<void> {
    await this.reach(field);
    await this.press('Control+A');
    await this.#page.keyboard.type(text);
  }

  /** Chooses in a list, as one does: by its first letters. */
  async choose(list: RegExp, option: string): Promise<void> {
    await this.reach(list);
    await this.#page.keyboard.type(option);
    const chosen = await this.#page.evaluate(focusInPage.chosen);
    if (chosen !== option) this.problems.push(`${this.#where()}: typing chose ${chosen} and not ${option}`);
  }

  /** Goes on stop by stop, as long as they are of one kind, and does something at each. @returns how many there were */
  async each(what: RegExp, act: () => Promise<void>): Promise<number> {
    await this.reach(what);
    let count = 0;
    for (; count < MOST_STOPS; count += 1) {
      await act();
      const stop = await this.#step('Tab');
      if (stop === null || !what.test(stop.name)) break;
    }
    await this.#step('Shift+Tab');
    return count + 1;
  }

  /** From the top of a page past the council's band: the first stop is the link that does it. */
  async skip(): Promise<void> {
    await this.#page.evaluate(focusInPage.leave);
    const first = await this.#step('Tab');
    if (first?.name !== 'link Skip to main content') {
      this.problems.push(`${this.#where()}: Tab stops first at ${first?.name}`);
      return;
    }
    await this.press('Enter');
    const next = await this.#step('Tab');
    if (next?.within !== 'main') this.problems.push(`${this.#where()}: skipping leads to ${next?.name}`);
    await this.#step('Shift+Tab');
  }

  /** After a mistake the focus is on the summary; its first link leads to the field. @returns the field's name */
  async mistake(): Promise<string> {
    const now = await this.#page.evaluate(focusInPage.where);
    if (!/There is a problem/.test(now?.name ?? '')) {
      this.problems.push(`${this.#where()}: after a mistake the focus is on ${now?.name ?? 'nothing'}`);
    }
    await this.reach(/^link /);
    await this.press('Enter');
    return (await this.#page.evaluate(focusInPage.where))?.name ?? 'nothing';
  }

  /** All stops of a page from its top, once round. */
  async round(): Promise<string[]> {
    await this.#page.evaluate(focusInPage.leave);
    const names: string[] = [];
    for (let count = 0; count < MOST_STOPS; count += 1) {
      const stop = await this.#step('Tab');
      if (stop === null) return names;
      if (names.at(-1) === stop.name && stop.problems.some((one) => one.includes('caught'))) break;
      names.push(stop.name);
    }
    this.problems.push(`${this.#where()}: Tab never leaves the page`);
    return names;
  }

  /** One press. @returns null where the focus left the page, for the browser's own window */
  async #step(key: 'Tab' | 'Shift+Tab'): Promise<Stop | null> {
    await this.#page.evaluate(focusInPage.remember);
    await this.press(key);
    const stop = await this.#page.evaluate(focusInPage.look, key);
    if (stop !== null) this.problems.push(...stop.problems.map((one) => `${this.#where()}: ${one}`));
    return stop;
  }

  #where = (): string => new URL(this.#page.url()).pathname || 'the page';
}

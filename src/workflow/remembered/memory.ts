import type { Written } from '../../store/what-changed.ts';
import { type Topic, topics, topicsOf } from './topics.ts';

/** How an answer is worked out, and what it rests on. */
export interface Recipe<T> {
  /** Names the answer among all that are remembered. */
  key: string;
  /** The work reads nothing else that can change. */
  of: readonly Topic[];
  /** True where there are many such answers, or large ones: only those used last are kept. */
  many?: true;
  work(): Promise<T>;
  /**
   * The answer from the one before, after figures or texts were written with these events; what it gives must be what
   * `work` would. Without it they make the work be done anew.
   */
  renew?(before: T, events: readonly string[]): Promise<T>;
}

interface Kept {
  value: Promise<unknown>;
  /** How many events were known when the work began. */
  since: number;
  many: boolean;
}

/** Whether it is told of single measures, which can be renewed alone. */
const isOfMeasures = (topic: Topic): boolean => topic === 'figures' || topic === 'texts';

/** A scorecard of a thousand measures is some ten megabytes. */
const MOST = 12;

/**
 * What is remembered of one authority and how long: every answer until something is recorded that it rests on. This is
 * the only place where an answer ends. It knows no database: it is told of what was written, and asks a recipe.
 */
export class Memory {
  readonly #events = new Set<string>();
  readonly #ofMeasures: { at: number; event: string; about: readonly Topic[] }[] = [];
  /** How many events were known when the last about a topic came. */
  readonly #last = new Map<Topic, number>(topics.map((topic) => [topic, 0]));
  readonly #kept = new Map<string, Kept>();

  /** How many events are known of. */
  get size(): number {
    return this.#events.size;
  }

  /** To be told of events as often as one likes, in any order: each counts once. */
  learn(written: readonly Written[]): void {
    for (const one of written) {
      if (this.#events.has(one.event)) continue;
      this.#events.add(one.event);
      const about = topicsOf(one);
      for (const topic of about) this.#last.set(topic, this.size);
      if (about.some(isOfMeasures)) this.#ofMeasures.push({ at: this.size, event: one.event, about });
    }
  }

  /** The answer as of all that has been learnt; those who ask at the same time share the work. */
  recall<T>(recipe: Recipe<T>): Promise<T> {
    const { key, many = false } = recipe;
    const before = this.#kept.get(key);
    const value = this.#answer(recipe, before);
    if (before?.value !== value) value.catch(() => this.#forget(key, value));
    // The one used last stands last.
    this.#kept.delete(key);
    this.#kept.set(key, { value, since: this.size, many });
    if (many) this.#forgetOldest();
    return value;
  }

  #answer<T>({ of, work, renew }: Recipe<T>, before: Kept | undefined): Promise<T> {
    if (before === undefined) return work();
    const changed = of.filter((topic) => (this.#last.get(topic) ?? 0) > before.since);
    const value = before.value as Promise<T>;
    if (changed.length === 0) return value;
    if (renew === undefined || !changed.every(isOfMeasures)) return work();
    const events = this.#ofMeasures
      .filter(({ at, about }) => at > before.since && about.some((topic) => of.includes(topic)))
      .map(({ event }) => event);
    return value.then(
      (known) => renew(known, events),
      () => work(),
    );
  }

  /** A failure is not remembered. */
  #forget(key: string, value: Promise<unknown>): void {
    if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
  }

  #forgetOldest(): void {
    const many = [...this.#kept].filter(([, one]) => one.many).map(([key]) => key);
    for (const key of many.slice(0, Math.max(0, many.length - MOST))) this.#kept.delete(key);
  }
}

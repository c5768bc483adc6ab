import type { Answer } from '../route.ts';

type Kept = Extract<Answer, { kind: 'page' | 'file' }>;

export interface Sources {
  /** The clock: an ISO instant. */
  now: () => string;
  /** Milliseconds that go by, for how long a look holds. */
  ticks: () => number;
  /** Changes with everything that a public page rests on. */
  mark: () => Promise<string>;
  /** The next instant at which something becomes public by itself. */
  nextRelease: (now: string) => Promise<string | null>;
  /** How long what was seen of the database holds. */
  seconds: number;
}

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * What everybody may read, as it was answered: by address, in this process. A kept answer is sent without asking the
 * database, which is asked at most once in some seconds, by one number, whether anything public has changed; all
 * readers together cost that and no more. What is withdrawn here is gone at once, elsewhere within those seconds. While
 * the database cannot be reached, what is kept is still served: nothing can have been withdrawn meanwhile.
 */
export class KeptAnswers {
  readonly #sources: Sources;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;
  #mark: string | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** Instants between which the clock may be, for what is kept to hold. */
  #from = '';
  #until: string | null = null;
  #looking: Promise<void> | null = null;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The answer of an address: as it is kept, or worked out and then kept. */
  async answer(address: string, work: () => Promise<Answer>): Promise<Answer> {
    if (this.#mustLook()) {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = null;
      });
      await this.#looking;
    }
    const kept = this.#kept.get(address);
    if (kept !== undefined) return kept;
    const mark = this.#mark;
    const answer = await work();
    // What was worked out while something changed may be of before.
    if (mark !== null && mark === this.#mark && isToKeep(answer)) this.#keep(address, answer);
    return answer;
  }

  /** The next question looks first: somebody has just done something here. */
  lookAgain(): void {
    this.#lookedAt = Number.NEGATIVE_INFINITY;
  }

  #mustLook(): boolean {
    const { now, ticks, seconds } = this.#sources;
    if (ticks() - this.#lookedAt >= seconds * 1_000) return true;
    const moment = now();
    return moment < this.#from || (this.#until !== null && moment >= this.#until);
  }

  async #look(): Promise<void> {
    const { now, ticks, mark, nextRelease } = this.#sources;
    const [moment, tick] = [now(), ticks()];
    try {
      const found = await mark();
      const isPast = moment < this.#from || (this.#until !== null && moment >= this.#until);
      if (found !== this.#mark || isPast) {
        const until = await nextRelease(moment);
        this.#kept.clear();
        this.#bytes = 0;
        [this.#mark, this.#from, this.#until] = [found, moment, until];
      }
      this.#lookedAt = tick;
    } catch (error) {
      if (this.#kept.size === 0) throw error;
      this.#lookedAt = tick;
    }
  }

  #keep(address: string, answer: Kept): void {
    const size = sizeOf(answer);
    if (size > MOST_BYTES / 4) return;
    this.#kept.set(address, answer);
    this.#bytes += size;
    // The oldest go first.
    for (const [oldest, held] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= sizeOf(held);
    }
  }
}

/** What is there, or was; never that something is not there, of which there is no end. */
const isToKeep = (answer: Answer): answer is Kept =>
  answer.kind === 'file' || (answer.kind === 'page' && [200, 410].includes(answer.status ?? 200));

const sizeOf = (answer: Kept): number => (answer.kind === 'file' ? answer.bytes.length : answer.html.length);

import type { Place, Refusal } from '../../formats/refusal.ts';
import type { Problem } from '../problem.ts';

/** More problems of one severity than anybody reads; the count of the rest is said instead. */
const MOST_LISTED = 1_000;
/** A file with more errors than this is the wrong file: reading on would only cost time. */
const MOST_ERRORS = 20_000;

export interface Finding extends Omit<Place, 'row'> {
  readonly message: string;
  readonly remedy: string;
  readonly unknownColumn?: true;
}

/** Collects the problems of one file with their addresses, in the order found. */
export class ProblemList {
  readonly #file: string;
  readonly #listed: Problem[] = [];
  readonly #found = { error: 0, warning: 0 };

  constructor(file: string) {
    this.#file = file;
  }

  error(row: number, finding: Finding): void {
    this.#add({ severity: 'error', file: this.#file, row, ...finding });
  }

  warning(row: number, finding: Finding): void {
    this.#add({ severity: 'warning', file: this.#file, row, ...finding });
  }

  /** A file that could not be read at all, or not to its end: always listed, and last. */
  refusal(refusal: Refusal): void {
    const { row = 0, ...place } = refusal.place;
    this.#found.error += 1;
    const { message, remedy } = refusal;
    this.#listed.push({ severity: 'error', file: this.#file, row, ...place, message, remedy });
  }

  get refused(): boolean {
    return this.#found.error > 0;
  }

  get hopeless(): boolean {
    return this.#found.error > MOST_ERRORS;
  }

  get all(): Problem[] {
    const unlisted = this.#found.error + this.#found.warning - this.#listed.length;
    if (unlisted === 0) return [...this.#listed];
    return [
      ...this.#listed,
      {
        severity: this.refused ? 'error' : 'warning',
        file: this.#file,
        row: 0,
        message: this.hopeless
          ? `There are more than ${MOST_ERRORS} errors; the rest of the file was not read.`
          : `There are ${unlisted} more problems, which are not listed.`,
        remedy: 'Correct those above first, then try again.',
      },
    ];
  }

  /** Counts a problem that there is no more room to list; false while there is room. */
  countedOnly(severity: Problem['severity']): boolean {
    if (this.#found[severity] < MOST_LISTED) return false;
    this.#found[severity] += 1;
    return true;
  }

  #add(problem: Problem): void {
    if (this.countedOnly(problem.severity)) return;
    this.#found[problem.severity] += 1;
    this.#listed.push(problem);
  }
}

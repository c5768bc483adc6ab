import type { Problem } from '../problem.ts';

export interface Finding {
  column?: string;
  value?: string;
  message: string;
  remedy: string;
}

/** More problems than anybody reads; the count of the rest is said instead. */
const MOST_PROBLEMS = 1_000;

/** Collects every problem of one file with its address, in the order found. */
export class Findings {
  readonly #file: string;
  readonly #problems: Problem[] = [];
  #unlisted = 0;
  #errors = 0;

  constructor(file: string) {
    this.#file = file;
  }

  error(row: number, finding: Finding): void {
    this.#errors += 1;
    this.#add({ severity: 'error', file: this.#file, row, ...finding });
  }

  warning(row: number, finding: Finding): void {
    this.#add({ severity: 'warning', file: this.#file, row, ...finding });
  }

  get refused(): boolean {
    return this.#errors > 0;
  }

  get all(): Problem[] {
    const listed = [...this.#problems].sort((a, b) => a.row - b.row);
    if (this.#unlisted === 0) return listed;
    return [
      ...listed,
      {
        severity: this.refused ? 'error' : 'warning',
        file: this.#file,
        row: 0,
        message: `There are ${this.#unlisted} more problems, which are not listed.`,
        remedy: 'Correct those above first, then try again.',
      },
    ];
  }

  #add(problem: Problem): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
    else this.#unlisted += 1;
  }
}

/** A value with the bounds of its interval, in the value's own unit. */
export interface Interval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** What was counted out of what: both whole numbers, `0 <= count <= of`, `of` above 0. */
export interface CountOf {
  readonly count: number;
  readonly of: number;
}

/**
 * Refuses what no proportion can be: nothing counted out of nothing, more than there are, or part of a case.
 * @throws RangeError with the two numbers
 */
export function mustBeCountOf({ count, of }: CountOf): void {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(of) || count < 0 || of <= 0 || count > of) {
    throw new RangeError(
      `a proportion needs whole numbers, 0 <= count <= of and of above 0, not ${count} of ${of}`,
    );
  }
}

/** @throws RangeError for a count that is no whole number from 0, or an exposure that is not above 0 */
export function mustBeEvents(count: number, exposure: number): void {
  if (!Number.isSafeInteger(count) || count < 0 || !(exposure > 0 && Number.isFinite(exposure))) {
    throw new RangeError(
      `a rate needs a whole count from 0 and a population above 0, not ${count} and ${exposure}`,
    );
  }
}

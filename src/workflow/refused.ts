/** Something that cannot be done, in words for the person who tried; nothing was changed. */
export class Refused extends Error {
  override name = 'Refused';
  /** `notAllowed`: no right to it; `notNow`: its state forbids it; `invalid`: what was given is wrong. */
  readonly kind: 'notAllowed' | 'notNow' | 'invalid';
  /** Where several things are wrong: each with the field it is about. */
  readonly problems: readonly { field: string; message: string }[];

  constructor(
    kind: Refused['kind'],
    message: string,
    problems: readonly { field: string; message: string }[] = [],
  ) {
    super(message);
    this.kind = kind;
    this.problems = problems;
  }
}

/** Somebody else saved first: what they saved, so that both texts can be shown and one chosen. */
export class Conflict<T> extends Error {
  override name = 'Conflict';
  readonly theirs: T;
  constructor(theirs: T) {
    super('Somebody else has changed this since you opened it.');
    this.theirs = theirs;
  }
}

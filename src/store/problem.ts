export type StoreProblemCode =
  | 'newerSchema'
  | 'olderSchema'
  | 'changedMigration'
  | 'noBinaries'
  | 'otherMajorVersion'
  | 'otherOwner'
  | 'cannotStart'
  | 'notSupported'
  | 'unusableFact'
  | 'unknownAuthority'
  | 'damagedBackup'
  | 'notEmpty';

/** Something a person can act on: the message says what is wrong, where, and what to do. */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode;

  constructor(code: StoreProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreProblem';
    this.code = code;
  }
}

/** Where in a file something is wrong, as a spreadsheet shows it (rows count from 1). */
export interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/**
 * A file that will not be read, said to the person who sent it: `message` is what is wrong, `remedy` what to do.
 * Thrown by the readers in this folder; importers turn it into a problem with an address.
 */
export class Refusal extends Error {
  readonly remedy: string;
  readonly place: Place;

  constructor(message: string, remedy: string, place: Place = {}) {
    super(message);
    this.name = 'Refusal';
    this.remedy = remedy;
    this.place = place;
  }
}

/** The organisation whose performance is reported: a council or another public body. */
export interface Authority {
  code: string;
  name: string;
  /** IANA zone in which a day ends, `Europe/London`. */
  timeZone: string;
  /** Language of its reports as a BCP 47 tag, `en-GB`. */
  language: string;
  yearKind: 'financial' | 'calendar' | 'academic';
  /** Scheme ids, see domain/status and domain/direction. */
  statusScheme: string;
  directionScheme: string;
}

/** A directorate, or a service within one (`parent`), effective-dated; `order` is the declared report order. */
export interface OrganisationUnit {
  code: string;
  name: string;
  parent: string | null;
  order: number;
  validFrom: string;
  validTo: string | null;
}

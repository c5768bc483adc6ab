/** Whom the public asks about an authority's reports: a team, never a person. A part that is not given is empty. */
export interface Contact {
  /** Lines of a postal address. */
  address: string;
  email: string;
  telephone: string;
}

/** Name of the setting that holds it. */
export const CONTACT_SETTING = 'contact';

const MOST_LINES = 8;
const MOST_OF_ADDRESS = 500;
const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,190}\.[^\s@<>()[\]\\,;:".]{2,60}$/;
/** Digits in groups, `+44 1632 960123`, `(01632) 960123`, `01632 960123 ext 12`. */
const TELEPHONE = /^\+?[\d() -]{8,30}(?: ?(?:ext\.?|x) ?\d{1,6})?$/i;

/**
 * Whatever is wrong with a contact, each with its field. All empty is none, and right: there is then nobody to ask.
 *
 * @example contactProblems({ address: '', email: 'performance', telephone: '' })
 *   // [{ field: 'email', message: 'Enter an e-mail address like performance@council.gov.uk' }]
 */
export function contactProblems({
  address,
  email,
  telephone,
}: Contact): { field: keyof Contact; message: string }[] {
  const problems: { field: keyof Contact; message: string }[] = [];
  if (address.length > MOST_OF_ADDRESS || address.split('\n').length > MOST_LINES) {
    problems.push({
      field: 'address',
      message: `The address must have ${MOST_LINES} lines and ${MOST_OF_ADDRESS} characters at most`,
    });
  }
  if (email !== '' && !EMAIL.test(email)) {
    problems.push({ field: 'email', message: 'Enter an e-mail address like performance@council.gov.uk' });
  }
  const digits = telephone.replace(/\D/g, '').length;
  if (telephone !== '' && (!TELEPHONE.test(telephone) || digits < 8)) {
    problems.push({ field: 'telephone', message: 'Enter a telephone number like 01632 960123' });
  }
  if (address !== '' && email === '' && telephone === '') {
    problems.push({
      field: 'email',
      message: 'Enter an e-mail address or a telephone number too: not everybody can write a letter',
    });
  }
  return problems;
}

/** What a setting holds, where it is a contact with something in it; null for anything else. */
export function contactFrom(value: unknown): Contact | null {
  if (typeof value !== 'object' || value === null) return null;
  const { address, email, telephone } = value as Record<string, unknown>;
  if (typeof address !== 'string' || typeof email !== 'string' || typeof telephone !== 'string') return null;
  const contact = { address, email, telephone };
  if (contactProblems(contact).length > 0) return null;
  return address + email + telephone === '' ? null : contact;
}

/**
 * A line for each way to ask.
 *
 * @example contactLines({ address: 'City Hall\nBorchester', email: '', telephone: '01632 960123' })
 *   // ['Telephone: 01632 960123', 'Address: City Hall, Borchester']
 */
export function contactLines({ address, email, telephone }: Contact): string[] {
  const lines = address
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '');
  return [
    ...(email === '' ? [] : [`E-mail: ${email}`]),
    ...(telephone === '' ? [] : [`Telephone: ${telephone}`]),
    ...(lines.length === 0 ? [] : [`Address: ${lines.join(', ')}`]),
  ];
}

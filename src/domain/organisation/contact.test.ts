import { describe, expect, it } from 'vitest';
import { contactFrom, contactLines, contactProblems } from './contact.ts';

const none = { address: '', email: '', telephone: '' };

describe('a contact', () => {
  it.each([
    [{ email: 'performance@borchester.gov.uk' }, []],
    [{ telephone: '+44 1632 960123' }, []],
    [{ telephone: '(01632) 960123 ext 12' }, []],
    [{}, []],
    [{ email: 'performance' }, ['email']],
    [{ email: 'a@b.uk, c@d.uk' }, ['email']],
    [{ email: 'a@b\n.uk' }, ['email']],
    [{ telephone: 'ask Colin' }, ['telephone']],
    [{ telephone: '(( )) - - -' }, ['telephone']],
    [{ address: 'City Hall' }, ['email']],
    [{ address: 'x\n'.repeat(9), email: 'no', telephone: '1' }, ['address', 'email', 'telephone']],
  ])('%j has problems in %j', (given, fields) => {
    expect(contactProblems({ ...none, ...given }).map(({ field }) => field)).toEqual(fields);
  });

  it('that a setting holds is read where it is one, and is none where it is empty', () => {
    const held = { ...none, email: 'performance@borchester.gov.uk' };
    expect(contactFrom(held)).toEqual(held);
    for (const other of [null, 'x', {}, none, { ...held, email: 1 }, { ...held, email: 'x' }]) {
      expect(contactFrom(other)).toBeNull();
    }
  });

  it('is printed a line for each way to ask, an address on one', () => {
    expect(
      contactLines({ address: 'City Hall,\n\nBorchester', email: 'p@b.uk', telephone: '01632 960123' }),
    ).toEqual(['E-mail: p@b.uk', 'Telephone: 01632 960123', 'Address: City Hall, Borchester']);
  });
});

import { type Contact, contactLines } from '../../domain/organisation/contact.ts';
import type { Report } from './report.ts';

/** The report with whom to ask about it, at its foot; as it is where nobody is set. */
export function withContact(report: Report, contact: Contact | null): Report {
  if (contact === null) return report;
  const lines = contactLines(contact);
  return {
    ...report,
    contact: lines,
    blocks: [
      ...report.blocks,
      { type: 'heading', level: 2, text: 'Questions about this report', id: 'contact' },
      {
        type: 'paragraph',
        role: 'plain',
        text: `Ask ${report.authority.name}. You can also ask for it in another format, such as large print, easy read or braille.`,
      },
      { type: 'list', items: lines },
    ],
  };
}

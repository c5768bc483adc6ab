import { isAddress } from '../../mail/address.ts';
import type { SmtpSettings } from '../../mail/mailer.ts';
import { UsageError } from '../console.ts';

/** The mail server that the environment names; null where there is none. @throws UsageError naming variable and remedy */
export function mailSettings(environment: Readonly<Record<string, string | undefined>>): SmtpSettings | null {
  const { OUTTURN_SMTP_URL: url, OUTTURN_MAIL_FROM: from } = environment;
  if (url === undefined || url === '') return null;
  if (!/^smtps?:\/\/[^\s/]+$/.test(url)) {
    // It may hold a password: it is not repeated.
    throw new UsageError(
      'OUTTURN_SMTP_URL is not the address of a mail server. Give it as smtp://mail.example.gov.uk:587, with user:password@ before the name where it asks for them.',
    );
  }
  if (from === undefined || !isAddress(/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim())) {
    throw new UsageError(
      'OUTTURN_MAIL_FROM must say whom messages come from, where OUTTURN_SMTP_URL is set: performance@example.gov.uk, or Outturn <performance@example.gov.uk>.',
    );
  }
  return { url, from };
}

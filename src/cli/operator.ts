/** Who is at the keyboard, for the audit trail; the web application records the person signed in. */
export const operator = (): string =>
  `command line (${process.env.SUDO_USER ?? process.env.USER ?? process.env.LOGNAME ?? 'unknown user'})`;

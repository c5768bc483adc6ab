import type { Renderer } from '../reports/model/report.ts';

/** What whoever starts the server decides. */
export interface ServerSettings {
  /** Address as people type it, without a slash at the end: `https://performance.example.gov.uk`. */
  publicAddress: string;
  /** True where people come by https: cookies are then Secure, and browsers are told to stay with https. */
  secure: boolean;
  /** The clock: an ISO instant. */
  now: () => string;
  /** By format: `html`, `pdf`… loaded when asked for. */
  renderers: Readonly<Record<string, () => Promise<Renderer>>>;
  oidc: OidcSettings | null;
  /** Local accounts: for demonstration and break-glass. */
  localAccounts: boolean;
  /** Demonstration people may be chosen by name on the sign-in page, without a password. */
  demonstration: boolean;
  /** Whether a mail server is set up; without one messages are written and wait. */
  sendsMail?: boolean;
  /** How long what was seen of the database holds for public pages; five seconds unless told otherwise. */
  publicSeconds?: number;
  /** One line for whoever runs the server; never what a person typed. */
  log: (line: string) => void;
  sessions: { idleMinutes: number; hours: number };
}

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** App role of the provider -> ours. */
  roleOf: Readonly<Record<string, string>>;
  /** Tests only: a provider on http. */
  allowHttp?: boolean;
}

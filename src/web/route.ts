import type { Branding } from '../domain/organisation/branding.ts';
import type { Authority } from '../domain/organisation/organisation.ts';
import type { Person } from '../domain/organisation/person.ts';
import type { Action } from '../domain/permission/action.ts';
import type { Subject } from '../domain/permission/can.ts';
import type { Actor } from '../domain/permission/policy.ts';
import type { Known } from '../workflow/remembered/known-now.ts';
import type { Store } from '../workflow/store.ts';
import type { ServerSettings } from './settings.ts';

/** A file that came with a form, within the limits of the server. */
export interface UploadedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** One request, with all that a page may know: everything from outside is text, and nothing is ambient. */
export interface Asked {
  store: Store;
  /** What is remembered, no older than the request: for answers, not for what a form does. */
  known: Known;
  authority: Authority;
  /** Its colours; null for those of the style sheet. */
  branding: Branding | null;
  settings: ServerSettings;
  /** Ends or begins sessions; only sign-in pages need it. */
  session: string | null;
  /** null for the public. */
  person: Person | null;
  /** The roles in which they act; `['public']` for nobody. */
  actors: readonly Actor[];
  /** ISO instant of the request, and the day it is where the authority is. */
  now: string;
  today: string;
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The form that was posted; empty for a GET. */
  form: URLSearchParams;
  /** By the name of their field; empty where none was chosen. */
  files: Readonly<Record<string, readonly UploadedFile[]>>;
  /** To be put in every form as the field `_csrf`; null for the public. */
  csrf: string | null;
  /** True where our script asks (X-Requested-With), and wants a fragment or JSON instead of a page. */
  scripted: boolean;
  address: string;
  /** The browser, as it calls itself. */
  agent: string;
  /** What the request before this one did, to be said once. */
  notice: string | null;
  requestId: string;
}

export type Answer =
  | { kind: 'page'; html: string | Buffer; status?: number; headers?: Readonly<Record<string, string>> }
  /** Post/Redirect/Get; `notice` is shown once on the next page. */
  | { kind: 'redirect'; to: string; notice?: string; cookies?: readonly Cookie[] }
  | { kind: 'json'; value: unknown; status?: number }
  | {
      kind: 'file';
      name: string;
      mediaType: string;
      bytes: Uint8Array;
      /** Shown in the browser instead of being saved. */
      inline?: boolean;
      headers?: Readonly<Record<string, string>>;
    }
  /** A file that may be long: sent as it is made, and never whole in memory. */
  | { kind: 'stream'; name: string; mediaType: string; chunks: AsyncIterable<string> };

export interface Cookie {
  name: string;
  value: string;
  /** null ends it with the browser; 0 removes it. */
  seconds: number | null;
}

/** One address of the site. A route whose action has no row in the policy table stops the server from starting. */
export interface Route {
  method: 'GET' | 'POST';
  /** `/update/:period/:measure` */
  path: string;
  action: Action;
  /**
   * What the action is about; absent where it is about nothing in particular. null answers "not found", which is also
   * what somebody gets who may not know that the thing is there.
   */
  subject?: (asked: Asked) => Promise<Subject | null>;
  /** The same for everybody who is not signed in, so that one answer serves them all: see KeptAnswers. */
  isPublic?: true;
  /** Takes files with its form. */
  takesFiles?: true;
  handle: (asked: Asked) => Promise<Answer>;
}

/** What the event loop asks of the typesetting worker. */
export interface TypesetRequest {
  id: number;
  /** `PageData` as JSON. */
  pageData: string;
  /** Seconds since 1970, printed in the file as its making. */
  createdAt: number;
}

export type TypesetReply = { id: number; bytes: Uint8Array } | { id: number; problem: string };

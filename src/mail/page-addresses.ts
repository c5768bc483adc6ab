/** Whole addresses of the pages that messages lead to. They are put in when a message is sent: a site may move. */
export interface PageAddresses {
  myWork: string;
  update(period: string, measure: string): string;
  approval(period: string, measure: string): string;
  /** Of a commitment, by its id. */
  commitment(id: string): string;
  /** Of a proposed correction, by its number. */
  correction(number: number): string;
  /** Of an edition, by its id. */
  edition(id: string): string;
  /** The same, for those who may read it before everybody may. */
  earlyEdition(id: string): string;
}

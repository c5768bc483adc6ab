import { measureAddress, periodAddress } from './addresses.ts';

/** Whole addresses of the pages that letters lead to, under the address that people type. */
export const pageAddresses = (site: string) => ({
  myWork: `${site}/my-work`,
  update: (period: string, measure: string) =>
    `${site}/update/${periodAddress(period)}/${measureAddress(measure)}`,
  approval: (period: string, measure: string) =>
    `${site}/approve/${periodAddress(period)}/${measureAddress(measure)}`,
  commitment: (id: string) => `${site}/commitments/${id}`,
  correction: (number: number) => `${site}/corrections/${number}`,
  edition: (id: string) => `${site}/published/${id}`,
  earlyEdition: (id: string) => `${site}/reports/${id}`,
});

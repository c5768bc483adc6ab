/** Abbreviations that the readers of Borchester's reports know. */
export const demoGlossary: Readonly<Record<string, string>> = {
  BCC: 'Borchester City Council',
  EHCP: 'Education, Health and Care Plan',
  IFA: 'independent fostering agency',
  SEND: 'special educational needs and disabilities',
};

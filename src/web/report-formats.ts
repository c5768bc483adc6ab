/** The formats of a report as an address names them, with what a reader calls them. */
export const reportFormats: readonly [ending: string, name: string][] = [
  ['html', 'Web page'],
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
];

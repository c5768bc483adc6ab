/** What a report is, as data formats name it. */
export type DocumentKind =
  | 'improvement-report'
  | 'scorecard'
  | 'cover-report'
  | 'committee-pack'
  | 'sample-pack'
  | 'forward-plan'
  | 'performance-surgery'
  | 'amendment-schedule';

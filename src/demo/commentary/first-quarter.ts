import type { Texts } from './texts.ts';

/** What was written of some measures at the first quarter of 2018-19. */
export const firstQuarterTexts: Texts = {
  'L&C PM28': {
    context: `182 checks were completed, two more than planned. Two practices joined the programme in May.`,
  },
  'Regen PM21': {
    context: `9 businesses began trading, five fewer than planned. The spring course ended later than usual, and its members will be counted in the next quarter.`,
    actions: `Every member of the course has been offered an hour with an adviser.`,
    intervention: `The forecast will be looked at again in quarter 2.`,
  },
  'CM PM15': {
    context: `21,930 transactions were completed online, against a target of 28,000. The new portal has been put back from June.`,
    actions: `The date of the portal has been agreed again with the supplier, for quarter 3.`,
    intervention: `None proposed until the portal is open.`,
  },
  'CM PM24': {
    context: `New claims took 30.9 days. Preparing for Universal Credit took staff away from processing in June.`,
    actions: `Overtime has been offered on Saturdays in July.`,
    intervention: `To be reviewed after quarter 2.`,
  },
  'CP 08f': {
    context: `2.53 days were lost for each employee: fewer than in the same quarter of last year (2.98), and more than the target of 2.1.`,
    actions: `Training for managers continues.`,
    intervention: `Reported monthly to the Corporate Leadership Team.`,
  },
  'EARS PM53': {
    context: `262 of 424 interviews were held within three working days (61.8%).`,
    actions: `Heads of service will have a weekly list from August.`,
    intervention: `To be reviewed by the performance board in September.`,
  },
  'SEND 6': {
    context: `Three of the ten plans issued in the quarter were issued within 20 weeks. Half the team’s posts were vacant.`,
    actions: `Recruitment began in June.`,
    intervention: `The SEND improvement board will look at this monthly.`,
  },
  'SS PM07': {
    context: `A little over 500 children were in care at the end of June: 85.31 in every 10,000, against 82.10 planned.`,
    actions: `Admissions are agreed by a senior manager from July on.`,
    intervention: `A performance surgery was held in April 2018.`,
  },
  'SS PM28': {
    context: `Two applicants were approved, both after more than 8 months. Each had asked for time because of a change at home.`,
    actions: `Applications are now checked at four and at six months.`,
    intervention: `None: the numbers are very low.`,
  },
  'L&I PM23e': {
    context: `Four of six homes are judged good (66.7%). One of them will close in August.`,
    actions: `Managers of the two other homes have a plan agreed with the regional inspector.`,
    intervention: `Corporate Parenting Board, each quarter.`,
  },
};

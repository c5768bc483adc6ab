import type { Texts } from './texts.ts';

/** Communities & Place: the exceptions at the second quarter of 2018-19. */
export const placeTexts: Texts = {
  'L&C PM28': {
    context: `At the half year 366 checks had been completed against a target of 375, nine short. Both quarters were close to each other: 182 checks in the first and 184 in the second. Surgeries had fewer appointments free in August, which is usual.`,
    actions: `Evening and Saturday clinics open in October in the four wards where fewest of those invited come forward. Reminder texts now go out two days before each appointment.`,
    intervention: `The year-end forecast is on target, so the service will follow this each month itself. We will report again at the end of quarter 3.`,
  },

  'YA&H PM08': {
    context: `30 homes were finished in the first half of the year, eight more than planned, because one scheme was handed over early.

The year as a whole looks different. We now expect 90 homes against the target of 135:

- two developers have put back the affordable homes on their sites to next year
- a scheme planned in two phases will be built as one, which costs less and ends sooner, but delivers nothing before April
- one site needs a new planning application to answer a concern about flood risk.`,
    actions: `None of these homes is lost: the programme to 2021 is unchanged. In the meantime we are

- buying homes on the open market wherever the price and condition allow
- keeping our own building programme moving, with two schemes due to start in the new year
- meeting each developer monthly, so that delays are known sooner.

Housing takes years to plan, and little can change the figure within the year.`,
    intervention: `Scrutiny looked at the risk of delay on developers’ sites in January 2018. A change to this year’s target is proposed in the mid-year review, for Cabinet to decide.`,
  },

  'Regen PM21': {
    context: `13 businesses began trading in the second quarter and 9 in the first: 22 in all, against a target of 30. Last year there were 41 in the whole year.

Start-ups follow our courses by several months. A new course began in September, and some of its members are expected to begin trading before the end of March.`,
    actions: `We have cut the forecast from 70 to 45. That is a more realistic figure, though the numbers rise and fall from one quarter to the next and a single course can change them. Free desk space is offered to every new business in its first six months.`,
    intervention: `The mid-year review proposes to combine this measure with the number of businesses supported, since both describe the same work. Scrutiny considered the two together in March 2018. Nothing further is planned.`,
  },
};

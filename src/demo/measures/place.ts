import type { MeasureVersion } from '../../domain/measure/measure.ts';
import { count, measuresOf, percent, progress, whole } from './sketch.ts';

const measure = measuresOf('place');
/** Libraries were with People Services until March 2017. */
const formerly = measuresOf('people');

const homes = ['Homes and growth'];
const green = ['Clean and green'];
const living = ['Living well'];

const visits = {
  meaning: 'People who came into a council library, counted at the door.',
  source: 'Door counters, read each Monday',
  limitations: 'A counter that fails is estimated from the same week of the year before.',
};

export const placeMeasures: readonly MeasureVersion[] = [
  measure('WST-1', 'Missed bin collections reported by residents', {
    unit: whole,
    better: 'lower',
    basis: 'discrete',
    every: 'month',
    service: 'streets',
    owner: 'Waste Services Manager',
    themes: green,
    definition: {
      meaning: 'Reports of a bin not emptied on its day, where the crew could have reached it.',
      source: 'Customer system',
    },
  }),
  measure('WST-2', 'Percentage of household waste recycled, composted or reused (12 months)', {
    unit: percent,
    better: 'higher',
    basis: 'rolling12',
    service: 'streets',
    owner: 'Waste Services Manager',
    themes: green,
    definition: {
      meaning: 'Of all household waste collected in the last 12 months, the share that was not disposed of.',
      source: 'Weighbridge returns',
      lag: 'The last month is estimated until the treatment sites confirm their weights.',
    },
  }),
  measure('L&C PM28', 'Livewell: NHS Health Checks', {
    unit: count,
    better: 'higher',
    basis: 'toDate',
    service: 'leisure',
    owner: 'Public Health Manager',
    themes: living,
    definition: {
      meaning: 'Health checks completed with eligible residents since 1 April.',
      source: 'Provider return',
    },
  }),
  formerly('LIB.7', 'Visits to libraries in person', {
    unit: whole,
    better: 'higher',
    basis: 'toDate',
    service: 'libraries',
    owner: 'Libraries Manager',
    themes: living,
    definition: visits,
  }),
  measure('LIB.7', 'Visits to libraries in person', {
    unit: whole,
    better: 'higher',
    basis: 'toDate',
    service: 'libraries',
    owner: 'Libraries Manager',
    themes: living,
    definition: visits,
    from: '2017-04-01',
    note: 'Moved from People Services with the service on 1 April 2017',
  }),
  measure('LEI 3', 'Visits to leisure centres', {
    unit: whole,
    better: 'higher',
    basis: 'toDate',
    service: 'leisure',
    owner: 'Head of Leisure',
    themes: living,
    definition: { meaning: 'Admissions to the council’s four leisure centres.', source: 'Booking system' },
  }),
  measure('YA&H PM08', 'Number of new affordable homes provided (gross)', {
    unit: count,
    better: 'higher',
    basis: 'toDate',
    service: 'housing',
    owner: 'Head of Strategic Housing',
    themes: homes,
    aliases: ['NI 155'],
    definition: {
      meaning: 'Affordable homes completed or bought since 1 April, before any losses.',
      source: 'Housing programme, checked against handover certificates',
    },
  }),
  measure('HOM 2.1', 'Percentage of prevention duties that ended with a home secured', {
    unit: percent,
    better: 'higher',
    basis: 'discrete',
    service: 'housing',
    owner: 'Housing Options Manager',
    themes: homes,
    kind: 'baselineYear',
    from: '2018-04-01',
    definition: {
      meaning:
        'Of the prevention duties that ended in the quarter, those that ended because a home was found.',
      rationale: 'The Homelessness Reduction Act began on 3 April 2018; this year sets the starting point.',
      source: 'Case records',
    },
  }),
  measure('HOM 2.4', 'Households in temporary accommodation on the last day of the quarter', {
    unit: whole,
    better: 'lower',
    basis: 'snapshot',
    service: 'housing',
    owner: 'Housing Options Manager',
    themes: homes,
    kind: 'trendOnly',
    definition: { meaning: 'Households placed by the council and not yet rehoused.', source: 'Case records' },
  }),
  measure('PLN/3', 'Percentage of major planning applications decided in time', {
    unit: percent,
    better: 'higher',
    basis: 'toDate',
    service: 'growth',
    owner: 'Head of Planning',
    themes: homes,
    definition: {
      meaning: 'Decided within 13 weeks, or within the time agreed with the applicant, since 1 April.',
      numerator: 'Major applications decided in time',
      denominator: 'Major applications decided',
      source: 'Planning register',
    },
  }),
  measure('Regen PM21', 'Number of new businesses established arising from BCC interventions', {
    unit: count,
    better: 'higher',
    basis: 'toDate',
    service: 'growth',
    owner: 'Business Support Manager',
    themes: homes,
    definition: {
      meaning: 'Businesses that began trading since 1 April after support from a council programme.',
      source: 'Programme records',
    },
  }),
  measure('REG-6', 'Percentage of city-centre shops that are occupied', {
    unit: percent,
    better: 'higher',
    basis: 'snapshot',
    every: 'half',
    service: 'growth',
    owner: 'City Centre Manager',
    themes: homes,
    definition: { meaning: 'Ground-floor units in use on the day of the survey.', source: 'Street survey' },
  }),
  ...combinedIntoStr11('STR 4', 'Percentage of fly-tips cleared within two working days'),
  ...combinedIntoStr11('STR 6', 'Percentage of offensive graffiti removed within two working days'),
  measure('STR 11', 'Percentage of fly-tips and graffiti cleared within two working days', {
    ...streets(),
    from: '2018-04-01',
    note: 'Combines STR 4 and STR 6 from 2018-19; not comparable with either',
    definition: {
      meaning: 'Reports of fly-tipping or graffiti on public land that were cleared within two working days.',
      numerator: 'Reports cleared within two working days',
      denominator: 'Reports received',
      source: 'Customer system',
      breaksSeries: true,
      change: {
        kind: 'combined',
        comparable: 'no',
        note: '',
        from: ['STR 4', 'STR 6'],
        into: ['STR 11'],
        decided: 'Cabinet, 14 March 2018, CAB/18/031',
      },
    },
  }),
  measure('HWY-02b', 'Percentage of carriageway defects made safe in time', {
    unit: percent,
    better: 'higher',
    basis: 'discrete',
    service: 'streets',
    owner: 'Highways Maintenance Manager',
    themes: green,
    definition: {
      meaning: 'Potholes and other defects made safe within the time set for their risk.',
      numerator: 'Defects made safe in time',
      denominator: 'Defects due in the quarter',
      source: 'Works orders',
    },
  }),
  measure('PAR-1', 'Average occupancy of council car parks in the city centre', {
    unit: percent,
    better: 'within',
    basis: 'discrete',
    service: 'growth',
    owner: 'Parking Manager',
    themes: homes,
    definition: {
      meaning:
        'Spaces in use between 10am and 4pm on weekdays. Too low loses income, too high turns visitors away.',
      source: 'Entry and exit counts',
    },
  }),
  measure('EST-9', 'Carbon emissions from council buildings, vehicles and street lights', {
    unit: { kind: 'number', decimals: 0, noun: 'tonnes' },
    better: 'lower',
    basis: 'annual',
    every: 'year',
    service: 'growth',
    owner: 'Energy Manager',
    themes: green,
    definition: {
      meaning:
        'Tonnes of carbon dioxide equivalent in the year, on the method of the national greenhouse gas report.',
      source: 'Meter readings and fuel cards',
    },
  }),
  measure('SPORT-P1', 'New swimming pool: progress of the building programme', {
    unit: progress,
    better: 'higher',
    basis: 'snapshot',
    service: 'leisure',
    owner: 'Head of Leisure',
    themes: living,
    from: '2017-04-01',
    definition: {
      meaning: 'Progress against the programme agreed by Cabinet in March 2017.',
      source: 'Project board',
    },
  }),
];

function streets() {
  return {
    unit: percent,
    better: 'higher',
    basis: 'discrete',
    service: 'streets',
    owner: 'Street Scene Manager',
    themes: green,
  } as const;
}

/** Reported to the end of March 2018; the decision to combine was known from the last quarter on. */
function combinedIntoStr11(code: string, title: string): MeasureVersion[] {
  const sketch = {
    ...streets(),
    definition: { meaning: 'Of the reports received in the quarter.', source: 'Customer system' },
  };
  return [
    measure(code, title, sketch),
    measure(code, title, {
      ...sketch,
      from: '2018-01-01',
      retiredAfter: '2018-03-31',
      note: 'Reported for the last time; combined into STR 11 from 2018-19',
    }),
  ];
}

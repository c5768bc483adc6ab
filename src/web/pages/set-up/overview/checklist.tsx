import { type SetUp, unitsOn } from '../../../../workflow/queries/set-up.ts';
import { counted } from '../../../wording/count.ts';

interface Step {
  text: string;
  hint: string;
  href: string;
  done: boolean;
}

/** What is left before the first round can be opened, in the order in which it is done; gone once there is a round. */
export function Checklist({ setUp, today }: { setUp: SetUp; today: string }) {
  if (setUp.rounds.length > 0) return null;
  const steps = stepsFor(setUp, today);
  const next = steps.findIndex(({ done }) => !done);
  return (
    <section aria-labelledby="checklist">
      <h2 class="govuk-heading-m" id="checklist">
        On the way to your first round
      </h2>
      <ol class="govuk-task-list">
        {steps.map(({ text, hint, href, done }, index) => (
          <li class="govuk-task-list__item govuk-task-list__item--with-link" key={href}>
            <div class="govuk-task-list__name-and-hint">
              <a
                class="govuk-link govuk-task-list__link"
                href={href}
                aria-describedby={`step-${index}-hint step-${index}-status`}
              >
                {text}
              </a>
              <div class="govuk-task-list__hint" id={`step-${index}-hint`}>
                {hint}
              </div>
            </div>
            <div class="govuk-task-list__status" id={`step-${index}-status`}>
              {done ? 'Done' : <strong class="govuk-tag">{index === next ? 'Next' : 'To do'}</strong>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepsFor(setUp: SetUp, today: string): Step[] {
  const { measures, people, responsibilities, levels, units } = setUp;
  const directorates = unitsOn(units, today).filter(({ parent }) => parent === null).length;
  const [entering, approving] = (['contributor', 'approver'] as const).map(
    (role) => people.filter(({ active, roles }) => active && roles.includes(role)).length,
  ) as [number, number];
  const without = measures.filter(({ code }) => {
    const one = responsibilities.get(code);
    return one === undefined || one.owner === null || levels.some(({ id }) => !one.approvers[id]);
  }).length;
  return [
    {
      text: 'Look at your directorates',
      hint: `${counted(directorates, 'directorate')}. Add services if you report by them.`,
      href: '/set-up/directorates',
      done: directorates > 0,
    },
    {
      text: 'Add your measures',
      hint:
        measures.length === 0
          ? 'Download the template, fill it in and import it; or add them one by one.'
          : `${counted(measures.length, 'measure')}.`,
      href: measures.length === 0 ? '/set-up/import?kind=measures' : '/set-up/measures',
      done: measures.length > 0,
    },
    {
      text: 'Add the people who enter and approve',
      hint:
        entering + approving === 0
          ? 'Paste them from a list, or add them one by one: first those who enter figures, then those who approve them.'
          : `${entering === 0 ? 'Nobody enters figures yet' : `${counted(entering, 'person', 'people')} ${entering === 1 ? 'enters' : 'enter'} figures`}, ${approving === 0 ? 'and nobody approves them yet' : `${approving} ${approving === 1 ? 'approves' : 'approve'} them`}.`,
      href:
        entering === 0
          ? '/set-up/people/several'
          : approving === 0
            ? '/set-up/people/several?role=approver'
            : '/set-up/people',
      done: entering > 0 && approving > 0,
    },
    {
      text: 'Say who answers for which measure',
      hint:
        measures.length === 0
          ? 'Once there are measures and people.'
          : without === 0
            ? 'Every measure has an owner and an approver.'
            : `${counted(without, 'measure')} still ${without === 1 ? 'lacks' : 'lack'} an owner or an approver.`,
      href: '/set-up/responsibilities',
      done: measures.length > 0 && without === 0,
    },
    {
      text: 'Open the first round',
      hint: 'Choose the period and the days on which updates and approvals are due. Targets and past figures can follow.',
      href: '/round/new',
      done: false,
    },
  ];
}

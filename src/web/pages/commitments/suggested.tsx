import type { Suggestion } from '../../../domain/commitment/suggest.ts';
import type { CommitmentsOfUpdate } from '../../../workflow/queries/commitments-of-update.ts';
import { Button } from '../../components/button/button.tsx';
import { dayInWords } from '../../wording/days.ts';

/** Sentences of the texts that look like promises, each asked about once. Without `asks` for those who only read. */
export function Suggested({
  held: { suggestions },
  today,
  asks,
}: {
  held: CommitmentsOfUpdate;
  today: string;
  asks: boolean;
}) {
  if (suggestions.length === 0) return null;
  return (
    <section class="ot-panel" aria-labelledby="suggested">
      <h3 class="govuk-heading-s" id="suggested">
        {asks ? 'Your texts seem to promise this' : 'The texts seem to promise this'}
      </h3>
      <ul class="govuk-list">
        {suggestions.map((one, index) => (
          <li key={one.key} class="ot-suggestion">
            <p class="govuk-body">{`“${one.words}”`}</p>
            <p class="govuk-body-s">{whatOfIt(one, today)}</p>
            {asks ? (
              <div class="ot-actions">
                {one.due === null ? null : (
                  <Button name="do" value={`suggestion-${index}-confirm`} classes="govuk-button--secondary">
                    Follow it up
                  </Button>
                )}
                <Button name="do" value={`suggestion-${index}-edit`} classes="govuk-button--secondary">
                  {one.due === null ? 'Follow it up: choose a day' : 'Change it first'}
                </Button>
                <Button name="do" value={`suggestion-${index}-decline`} classes="govuk-button--secondary">
                  No, it is no promise
                </Button>
                <input type="hidden" name={`suggestion-${index}`} value={one.key} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @example 'Executive Scrutiny Board, due Tuesday 19 February (its meeting in February 2019).' */
function whatOfIt({ forum, due, conditional }: Suggestion, today: string): string {
  const before =
    forum === null ? '' : `${forum.name}${forum.forum === null ? ' (not on the list of forums)' : ''}, `;
  const when =
    due === null
      ? 'no day named'
      : `due ${dayInWords(due.day, today)}${due.meeting ? `, the meeting in ${due.words}` : ''}`;
  const said = `${before}${when}${conditional ? '; only if something else happens' : ''}.`;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

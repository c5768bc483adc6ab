import type { Outcome, StateId } from './outcome.ts';

/**
 * Where a judgement ended. `status`: a rule matched; `state`: there was nothing to judge, and why;
 * `judged`: a person gave it. Lean on purpose: `explain` gives the reasons when somebody asks.
 */
export interface Assessment {
  kind: 'status' | 'state' | 'judged';
  outcome: Outcome;
  /** The id of the rule; `set/rule` in another set, `state/awaited`, `milestone/on track`, `zero`, `judged`. */
  rule: string;
  state: StateId | null;
  /** Where it could not be judged: what was missing (`floor`, `polarity`, `recent`…). */
  needs: string | null;
  /** Beside a judged status: what the rules would have said. */
  computed: Assessment | null;
}

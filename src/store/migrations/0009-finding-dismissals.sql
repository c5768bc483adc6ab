-- What somebody said to a finding about the words of an update: that it does not hold, and why; or that it is to be shown
-- again. Rows are added and never changed; the newest of a finding counts. The key changes with the words and the figures,
-- so that a finding comes back when either does.
create table finding_dismissal (
  authority_id uuid not null references authority,
  period text not null,
  measure text not null,
  finding_key text not null,
  recorded_at timestamptz not null,
  record_id uuid not null,
  event_id uuid not null,
  verb text not null check (verb in ('dismiss', 'restore')),
  person text not null,
  acting_as text not null,
  reason text,
  -- What was shown: the rule, the section, the words and what was said of them.
  finding jsonb not null,
  primary key (authority_id, period, measure, finding_key, recorded_at, record_id),
  check (verb = 'restore' or reason is not null)
);

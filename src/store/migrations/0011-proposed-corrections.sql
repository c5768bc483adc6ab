-- Corrections of published figures that somebody proposes and somebody else decides. What happened to each, in order; its
-- state is worked out from these. The documents beside them are kept with those of other proposals (0004). The rules of
-- 0001 hold: rows are added and never changed.

create table correction_record (
  authority_id uuid not null references authority,
  correction integer not null check (correction >= 1),
  sequence integer not null check (sequence >= 1),
  measure text not null,
  period text not null,
  verb text not null check (verb in ('propose', 'accept', 'refuse', 'withdraw')),
  person text not null,
  acting_as text not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  reason text,
  -- What was proposed; of the first record alone.
  content jsonb,
  detail jsonb not null,
  primary key (authority_id, correction, sequence),
  check ((verb = 'propose') = (content is not null))
);
create index correction_of_figure on correction_record (authority_id, measure, period);

-- Changes of targets and measures that somebody proposes and somebody decides. The rules of 0001 hold.

-- A promise that took the place of another: from which day it holds, and the reference of the decision.
alter table target_version add column effective_from date;
alter table target_version add column decision text;

-- What happened to a proposal, in order: drafted, proposed, evidence added, approved, refused… Its state is worked out
-- from these. content is the whole proposal as it was then, where the verb changes it.
create table proposal_record (
  authority_id uuid not null references authority,
  proposal integer not null check (proposal >= 1),
  sequence integer not null check (sequence >= 1),
  verb text not null,
  person text not null,
  acting_as text not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  reason text,
  content jsonb,
  detail jsonb not null,
  primary key (authority_id, proposal, sequence)
);

-- The documents among the evidence; what they are is in the record that added them.
create table proposal_file (
  authority_id uuid not null references authority,
  evidence_id uuid not null,
  bytes bytea not null,
  primary key (authority_id, evidence_id)
);

-- Restatements: who changed a published figure later, why, and what that did. The figure itself is an observation of
-- its own beside the earlier one. The rules of 0001 hold: rows are added and never changed.

create table restatement (
  authority_id uuid not null references authority,
  restatement_id uuid not null,
  measure text not null,
  period text not null,
  role text not null,
  verb text not null check (verb in ('restate', 'markProvisional', 'makeFinal')),
  kind text check (kind in ('lateData', 'sourceError', 'definition', 'validation')),
  recorded_at timestamptz not null,
  event_id uuid not null,
  person text not null,
  acting_as text not null,
  reason text not null,
  -- The figure as it was printed, and as it is printed from now on.
  was jsonb not null,
  becomes jsonb not null,
  -- What a provisional figure waits for.
  waits_for text,
  effect text not null,
  note text,
  primary key (authority_id, restatement_id),
  check ((verb = 'restate') = (kind is not null))
);
create index restatement_of_figure on restatement (authority_id, measure, period);

-- Internal audit's samples, and what was found of each figure tested. Rows are added and never changed.

create table assurance_sample (
  authority_id uuid not null references authority,
  sample_id uuid not null,
  period text not null,
  scorecard text not null,
  -- By which it can be drawn again; null where the measures were chosen.
  seed text,
  measures jsonb not null,
  reason text,
  person text not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  primary key (authority_id, sample_id)
);

create table assurance_result (
  authority_id uuid not null references authority,
  period text not null,
  measure text not null,
  recorded_at timestamptz not null,
  record_id uuid not null,
  sample_id uuid not null,
  event_id uuid not null,
  person text not null,
  result text not null,
  found text,
  note text not null,
  tested_on date not null,
  primary key (authority_id, period, measure, recorded_at, record_id),
  foreign key (authority_id, sample_id) references assurance_sample
);

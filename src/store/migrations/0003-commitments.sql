-- Commitments: what was promised for a measure, and what became of it. The rules of 0001 hold: rows are added and
-- never changed.

-- What happened to a commitment, in order: promised, noted, amended, discharged, dropped, reopened. Where it stands is
-- worked out from these. Two people who act on the same state want the same sequence number, and one of them is told.
create table commitment_record (
  authority_id uuid not null references authority,
  commitment_id uuid not null,
  sequence integer not null check (sequence >= 1),
  measure text not null,
  -- The reporting period in whose round it was promised.
  period text not null,
  verb text not null,
  person text not null,
  acting_as text not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  reason text,
  detail jsonb not null,
  primary key (authority_id, commitment_id, sequence)
);
create index commitment_record_of_measure on commitment_record (authority_id, measure);

-- What somebody said to a sentence that looks like a promise: it is asked once, as long as the words are the same.
create table suggestion_answer (
  authority_id uuid not null references authority,
  measure text not null,
  -- The words as they are remembered: without their case, marks and spaces.
  words_key text not null,
  recorded_at timestamptz not null,
  record_id uuid not null,
  event_id uuid not null,
  period text not null,
  person text not null,
  answer text not null check (answer in ('confirmed', 'declined')),
  words text not null,
  commitment_id uuid,
  primary key (authority_id, measure, words_key, recorded_at, record_id)
);

-- What shows that it was done: a file with its hash, or a link.
create table commitment_evidence (
  authority_id uuid not null references authority,
  evidence_id uuid not null,
  commitment_id uuid not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  person text not null,
  kind text not null check (kind in ('file', 'link')),
  title text not null,
  url text,
  file_name text,
  media_type text,
  size bigint,
  sha256 text,
  primary key (authority_id, evidence_id)
);
create index commitment_evidence_of on commitment_evidence (authority_id, commitment_id);

create table commitment_evidence_file (
  authority_id uuid not null,
  evidence_id uuid not null,
  bytes bytea not null,
  primary key (authority_id, evidence_id),
  foreign key (authority_id, evidence_id) references commitment_evidence
);

-- Secret addresses of the calendars of forums, one a person and forum: only the hash is kept, the newest row counts.
create table forum_feed_key (
  authority_id uuid not null references authority,
  person text not null,
  forum text not null,
  recorded_at timestamptz not null,
  record_id uuid not null,
  event_id uuid not null,
  key_hash bytea not null,
  primary key (authority_id, person, forum, recorded_at, record_id)
);

-- What the author of a cover report wrote, for a scorecard in a period: who it goes to, and the texts.

create table cover_version (
  authority_id uuid not null references authority,
  period text not null,
  scorecard text not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  content jsonb not null,
  primary key (authority_id, period, scorecard, recorded_at, revision_id)
);

-- How the authority stands among others: whom it is held against, what they have of its measures, and when the next
-- national figures are expected. The rules of 0001 hold: rows are added and never changed, a correction is a later row.

-- One version of a peer group, in force from a day until the next one; no longer used from the day of one that is ended.
create table peer_group_version (
  authority_id uuid not null references authority,
  code text not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  name text not null,
  kind text not null check (kind in ('nearestNeighbours', 'own')),
  -- Codes and names, in the order given.
  members jsonb not null,
  source text not null,
  source_date date not null,
  ended boolean not null,
  primary key (authority_id, code, valid_from, recorded_at, revision_id)
);

-- What another council, or an average, has of a measure in a period, as it was published.
create table peer_value (
  authority_id uuid not null,
  measure text not null,
  period text not null,
  area text not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  area_name text not null,
  kind text not null check (kind in ('council', 'average')),
  figure_kind text not null check (figure_kind in ('number', 'step', 'date', 'missing')),
  figure_number numeric,
  figure_text text,
  figure_typed text not null,
  numerator numeric,
  denominator numeric,
  same_definition boolean not null,
  definition_note text,
  -- The first day of the version of the measure under which it was brought in.
  follows date not null,
  publication text not null,
  published_on date not null,
  source text not null,
  primary key (authority_id, measure, period, area, recorded_at, revision_id),
  check ((figure_kind = 'number') = (figure_number is not null)),
  check ((figure_kind = 'number') = (figure_text is null))
);

-- When the next national figures of a measure are expected, and from where; without a day where none is.
create table national_data (
  authority_id uuid not null references authority,
  measure text not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  expected_on date,
  -- The period that they are about.
  period text,
  publication text,
  primary key (authority_id, measure, recorded_at, revision_id),
  check (expected_on is null or publication is not null)
);

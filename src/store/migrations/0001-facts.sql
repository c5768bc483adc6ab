-- Everything an authority holds. Rules of this schema:
--  * authority_id comes first in every key, so that rows can be divided by authority;
--  * rows are added, never changed or removed: a correction is a later row (recorded_at, then revision_id, which
--    is a UUID version 7 made by the application and so keeps the order of writing);
--  * digest is the first half of the SHA-256 of what the row says, so that saying it again adds nothing;
--  * event_id names the audit event of the write, batch_id the import it came with, if any;
--  * no triggers and no sequences, and no foreign keys on the tables that are filled by the hundred thousand;
--    the writing code takes the key of the authority from its row;
--  * text keys sort by code point wherever an order is shown.

create table authority (
  authority_id uuid primary key,
  code text not null unique,
  created_at timestamptz not null
);

create table authority_version (
  authority_id uuid not null references authority,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  name text not null,
  time_zone text not null,
  language text not null,
  year_kind text not null check (year_kind in ('financial', 'calendar', 'academic')),
  status_scheme text not null,
  direction_scheme text not null,
  primary key (authority_id, recorded_at, revision_id)
);

create table organisation_unit_version (
  authority_id uuid not null references authority,
  code text not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  name text not null,
  parent text,
  report_order numeric not null,
  valid_to date,
  primary key (authority_id, code, valid_from, recorded_at, revision_id)
);

create table measure_version (
  authority_id uuid not null references authority,
  code text not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  title text not null,
  aliases jsonb not null,
  unit jsonb not null,
  polarity text check (polarity in ('higher', 'lower', 'closest', 'within', 'none')),
  frequency text not null,
  period_basis text check (period_basis in ('discrete', 'toDate', 'rolling12', 'snapshot', 'annual')),
  kind text not null,
  directorate text not null,
  service text,
  owner text,
  themes jsonb not null,
  definition jsonb not null,
  confidence jsonb not null,
  retired_after text,
  note text,
  primary key (authority_id, code, valid_from, recorded_at, revision_id)
);

create table scorecard_version (
  authority_id uuid not null references authority,
  code text not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  name text not null,
  measures jsonb not null,
  exceptions_only boolean not null,
  overrides jsonb not null,
  primary key (authority_id, code, valid_from, recorded_at, revision_id)
);

-- A figure is a number, kept exactly, or a text (a milestone step, a date, or the reason why there is none),
-- beside what was typed.
create table target_version (
  authority_id uuid not null,
  measure text not null,
  period text not null,
  role text not null,
  version integer not null check (version >= 1),
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  figure_kind text not null check (figure_kind in ('number', 'step', 'date', 'missing')),
  figure_number numeric,
  figure_text text,
  figure_typed text not null,
  approved_by text,
  approved_on text,
  reason text,
  primary key (authority_id, measure, period, role, version, recorded_at, revision_id),
  check ((figure_kind = 'number') = (figure_number is not null)),
  check ((figure_kind = 'number') = (figure_text is null))
);

create table observation (
  authority_id uuid not null,
  measure text not null,
  period text not null,
  role text not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  figure_kind text not null check (figure_kind in ('number', 'step', 'date', 'missing')),
  figure_number numeric,
  figure_text text,
  figure_typed text not null,
  numerator numeric,
  denominator numeric,
  data_period text,
  flags jsonb not null,
  parts jsonb not null,
  source text not null,
  note text,
  primary key (authority_id, measure, period, role, recorded_at, revision_id),
  check ((figure_kind = 'number') = (figure_number is not null)),
  check ((figure_kind = 'number') = (figure_text is null))
);

-- Everything of one reporting period.
create index observation_of_period on observation (authority_id, period);

create table commentary (
  authority_id uuid not null,
  measure text not null,
  period text not null,
  part text not null check (part in ('context', 'actions', 'intervention')),
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  tree jsonb not null,
  raw text not null,
  format text not null check (format in ('plain', 'markdown', 'html')),
  source text not null,
  primary key (authority_id, measure, period, part, recorded_at, revision_id)
);

create table statement (
  authority_id uuid not null,
  measure text not null,
  period text not null,
  subject text not null check (subject in ('status', 'forecastStatus', 'direction')),
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  batch_id uuid,
  stated text not null,
  source text not null,
  primary key (authority_id, measure, period, subject, recorded_at, revision_id)
);

-- Rules are data: a status or direction scheme, versioned and effective-dated.
create table scheme_version (
  authority_id uuid not null references authority,
  kind text not null check (kind in ('status', 'direction')),
  scheme text not null,
  version text not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  content jsonb not null,
  primary key (authority_id, kind, scheme, version, recorded_at, revision_id)
);

create table setting_version (
  authority_id uuid not null references authority,
  name text not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  value jsonb not null,
  primary key (authority_id, name, recorded_at, revision_id)
);

create table import_batch (
  authority_id uuid not null references authority,
  batch_id uuid not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  kind text not null,
  file_name text not null,
  sha256 text not null,
  size bigint not null check (size >= 0),
  imported_by text not null,
  counts jsonb not null,
  warnings jsonb not null,
  primary key (authority_id, batch_id)
);

-- The file itself, byte for byte; apart, so that a list of imports does not carry it.
create table import_file (
  authority_id uuid not null,
  batch_id uuid not null,
  bytes bytea not null,
  primary key (authority_id, batch_id),
  foreign key (authority_id, batch_id) references import_batch
);

create table audit_event (
  authority_id uuid not null references authority,
  event_id uuid not null,
  recorded_at timestamptz not null,
  written_at timestamptz not null default clock_timestamp(),
  actor text not null,
  acting_as text,
  action text not null,
  object_kind text not null,
  object_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  request_id text,
  batch_id uuid,
  primary key (authority_id, event_id)
);

create index audit_event_of_object on audit_event (authority_id, object_kind, object_id);

-- Seals: each covers the events after the one before, and chains their digest to its predecessor's.
create table audit_seal (
  authority_id uuid not null references authority,
  seal_number bigint not null check (seal_number >= 1),
  first_event uuid not null,
  last_event uuid not null,
  events bigint not null check (events >= 1),
  previous_hash bytea,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (authority_id, seal_number)
);

-- A published issue of a report: what went in, and the bytes that came out.
create table edition (
  authority_id uuid not null references authority,
  edition_id uuid not null,
  report text not null,
  scorecard text not null,
  period text not null,
  number integer not null check (number >= 1),
  recorded_at timestamptz not null,
  event_id uuid not null,
  published_by text not null,
  inputs jsonb not null,
  primary key (authority_id, edition_id),
  unique (authority_id, report, scorecard, period, number)
);

create table edition_file (
  authority_id uuid not null,
  edition_id uuid not null,
  format text not null,
  bytes bytea not null,
  sha256 text not null,
  primary key (authority_id, edition_id, format),
  foreign key (authority_id, edition_id) references edition
);

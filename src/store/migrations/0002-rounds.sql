-- People, rounds, editions, messages. The rules of 0001 hold: rows of what happened are added and never changed.
-- Tables marked "changes" hold no facts: they are working state, and the application may update and delete there.

-- Who may sign in, and as what. The newest row of a person counts.
create table person_version (
  authority_id uuid not null references authority,
  person text not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  name text not null,
  email text not null,
  roles jsonb not null,
  directorate text,
  post text,
  -- Which level of approval this person gives, from the setting approvalLevels.
  level text,
  -- `tenant:object` of the identity provider; never an e-mail address.
  subject text,
  mail text not null check (mail in ('each', 'daily', 'none')),
  active boolean not null,
  primary key (authority_id, person, recorded_at, revision_id)
);

-- Who answers for a measure's figures, and who signs them off at each level.
create table responsibility_version (
  authority_id uuid not null references authority,
  measure text not null,
  recorded_at timestamptz not null,
  revision_id uuid not null,
  digest bytea not null,
  event_id uuid not null,
  owner text,
  contributors jsonb not null,
  approvers jsonb not null,
  primary key (authority_id, measure, recorded_at, revision_id)
);

-- "I am away: pass to my deputy". The newest row of a person counts; no deputy means back at work.
create table absence (
  authority_id uuid not null references authority,
  person text not null,
  recorded_at timestamptz not null,
  record_id uuid not null,
  event_id uuid not null,
  deputy text,
  from_day date not null,
  until_day date,
  primary key (authority_id, person, recorded_at, record_id)
);

-- Local accounts, for demonstration and break-glass. The newest row counts.
create table credential (
  authority_id uuid not null references authority,
  person text not null,
  recorded_at timestamptz not null,
  record_id uuid not null,
  event_id uuid not null,
  secret text not null,
  primary key (authority_id, person, recorded_at, record_id)
);

-- Secret addresses of personal calendars: only the hash is kept, the newest row of a person counts.
create table feed_key (
  authority_id uuid not null references authority,
  person text not null,
  recorded_at timestamptz not null,
  record_id uuid not null,
  event_id uuid not null,
  key_hash bytea not null,
  primary key (authority_id, person, recorded_at, record_id)
);

-- Changes. Only the SHA-256 of a session's token is kept.
create table session (
  authority_id uuid not null references authority,
  token_hash bytea not null,
  person text not null,
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  agent text not null,
  how text not null,
  primary key (authority_id, token_hash)
);
create index session_of_person on session (authority_id, person);

-- Changes. Attempts to sign in with a local account, to slow down guessing; old ones are removed.
create table sign_in_attempt (
  authority_id uuid not null references authority,
  attempt_id uuid not null,
  name text not null,
  address text not null,
  tried_at timestamptz not null,
  succeeded boolean not null,
  primary key (authority_id, attempt_id)
);
create index sign_in_attempt_of_name on sign_in_attempt (authority_id, name, tried_at);

-- Changes. What somebody had typed when their session ended, until they have signed in again.
create table kept_form (
  authority_id uuid not null references authority,
  token_hash bytea not null,
  path text not null,
  body jsonb not null,
  kept_at timestamptz not null,
  primary key (authority_id, token_hash)
);

-- What happened to a round, in order: opened, planned, extended, closed, frozen… Its state is worked out from these.
-- Two people who act on the same state want the same sequence number, and one of them is told.
create table round_record (
  authority_id uuid not null references authority,
  period text not null,
  sequence integer not null check (sequence >= 1),
  verb text not null,
  person text not null,
  acting_as text not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  reason text,
  detail jsonb not null,
  primary key (authority_id, period, sequence)
);

-- What happened to one measure's update in a round; content is what the form held then.
create table update_record (
  authority_id uuid not null references authority,
  period text not null,
  measure text not null,
  sequence integer not null check (sequence >= 1),
  verb text not null,
  person text not null,
  acting_as text not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  reason text,
  content jsonb,
  detail jsonb not null,
  primary key (authority_id, period, measure, sequence)
);

create table evidence (
  authority_id uuid not null references authority,
  evidence_id uuid not null,
  period text not null,
  measure text not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  person text not null,
  kind text not null check (kind in ('file', 'link', 'removal')),
  title text not null,
  url text,
  file_name text,
  media_type text,
  size bigint,
  sha256 text,
  -- Of a removal: what is no longer shown. It is kept.
  removes uuid,
  primary key (authority_id, evidence_id)
);
create index evidence_of_update on evidence (authority_id, period, measure);

create table evidence_file (
  authority_id uuid not null,
  evidence_id uuid not null,
  bytes bytea not null,
  primary key (authority_id, evidence_id),
  foreign key (authority_id, evidence_id) references evidence
);

-- An edition is a draft for the leadership team, one for named readers until its release, or published.
alter table edition add column standing text not null default 'published'
  check (standing in ('draft', 'embargoed', 'published'));
alter table edition add column release_at timestamptz;
alter table edition add column corrects uuid;
alter table edition add column note text;
alter table edition add column chain_head bytea;
alter table edition add column title text not null default '';
alter table edition drop constraint edition_authority_id_report_scorecard_period_number_key;
alter table edition add constraint edition_number unique (authority_id, report, scorecard, period, standing, number);
alter table edition_file add column media_type text not null default 'application/octet-stream';

-- What happened to an edition after it was made: readers named, withdrawn.
create table edition_record (
  authority_id uuid not null,
  edition_id uuid not null,
  record_id uuid not null,
  verb text not null,
  person text not null,
  recorded_at timestamptz not null,
  event_id uuid not null,
  reason text,
  detail jsonb not null,
  primary key (authority_id, edition_id, record_id),
  foreign key (authority_id, edition_id) references edition
);

-- Which seal covers an event, and the digest it had then: an event changed, removed or slipped in later is named.
create table audit_sealed_event (
  authority_id uuid not null references authority,
  seal_number bigint not null,
  place integer not null check (place >= 1),
  event_id uuid not null,
  digest bytea not null,
  primary key (authority_id, seal_number, place),
  unique (authority_id, event_id)
);

-- Changes. Messages to send: written with what they are about, sent by a worker that survives restarts.
create table mail_message (
  authority_id uuid not null references authority,
  message_id uuid not null,
  person text not null,
  kind text not null,
  -- A second message with the same key is not written: a reminder is sent once, whoever asks.
  once_key text not null,
  subject text not null,
  body jsonb not null,
  written_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'digested')),
  attempts integer not null,
  claimed_until timestamptz,
  sent_at timestamptz,
  trouble text,
  primary key (authority_id, message_id),
  unique (authority_id, once_key)
);
create index mail_message_waiting on mail_message (authority_id, state, due_at);

-- Changes. Long work, with its progress.
create table job (
  authority_id uuid not null references authority,
  job_id uuid not null,
  kind text not null,
  person text not null,
  input jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'refused')),
  step text not null,
  done_steps integer not null,
  all_steps integer not null,
  result jsonb,
  written_at timestamptz not null,
  claimed_until timestamptz,
  attempts integer not null,
  finished_at timestamptz,
  primary key (authority_id, job_id)
);
create index job_waiting on job (authority_id, state);

create table job_file (
  authority_id uuid not null,
  job_id uuid not null,
  bytes bytea not null,
  primary key (authority_id, job_id),
  foreign key (authority_id, job_id) references job
);

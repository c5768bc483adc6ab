-- Which facts came with a write: what has been worked out is kept, and only what was written since is read again.
create index observation_of_event on observation (authority_id, event_id);
create index target_version_of_event on target_version (authority_id, event_id);
create index statement_of_event on statement (authority_id, event_id);

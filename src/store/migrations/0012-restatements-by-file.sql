-- A file may change figures for several reasons at once: a restatement that came with one needs no kind of reason.
-- What only makes a figure provisional or final still has none.

alter table restatement drop constraint restatement_check;
alter table restatement add constraint restatement_kind_of_figure check (kind is null or verb = 'restate');

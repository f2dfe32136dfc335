-- Which watchers a report in a cell of the grid may concern. Cells are keyed hashes; rows go when the person stops watching or is erased.
create table watched_cell (
  cell bigint not null,
  watcher uuid not null,
  primary key (cell, watcher)
);
create index watched_cell_by_watcher on watched_cell (watcher);

-- To compile a query of analytics takes PostgreSQL longer than to run it (0.6 s against 0.35 s): its estimates of unfolded days are
-- far too high. Where the database is another role's, its owner has to say so.
do $$
begin
  execute format('alter database %I set jit = off', current_database());
exception when insufficient_privilege then
  raise notice 'jit stays on: only the owner of % can turn it off', current_database();
end $$;

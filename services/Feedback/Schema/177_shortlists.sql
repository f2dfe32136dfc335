-- What an official has marked.
create index shortlisting_of_official on view_shortlisting ((data->>'official'), position) where data->>'isListed' = 'true';

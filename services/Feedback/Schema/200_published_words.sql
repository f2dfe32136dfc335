-- What a question is compared with, made once when an article is published: made anew for each term of each question it took most of a search's time.
-- A table beside the view, as a partition takes no column of its own.
drop index article_words;
create table published_words (article uuid primary key, names tsvector not null, words tsvector not null);
create index published_words_by_word on published_words using gin (words);

create function keep_published_words() returns trigger language plpgsql as $$
begin
  if new.data->>'status' = 'Published' then
    insert into published_words values (new.id, to_tsvector('simple', new.data->>'names'), to_tsvector('simple', (new.data->>'names') || ' ' || (new.data->>'words')))
    on conflict (article) do update set names = excluded.names, words = excluded.words;
  else
    delete from published_words where article = new.id;
  end if;
  return null;
end $$;

create trigger keep_published_words after insert or update on view_article for each row execute function keep_published_words();

insert into published_words
select id, to_tsvector('simple', data->>'names'), to_tsvector('simple', (data->>'names') || ' ' || (data->>'words')) from view_article where data->>'status' = 'Published';

-- Questions find articles: full-text search over folded syllables, trigrams over names, one letter wrong.
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

create index article_words on view_article using gin (to_tsvector('simple', (data->>'names') || ' ' || (data->>'words')));
create index article_names on view_article using gin ((data->>'names') gin_trgm_ops);
create index article_by_code on view_article (((data->>'code') collate "C"));

-- What the editors should write about: asked, and neither answered nor settled.
create index question_open on view_question (created_position, id) where (data->>'isOpen')::boolean;

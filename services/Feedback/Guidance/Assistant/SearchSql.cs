namespace Ecosystem.Feedback.Guidance;

/// <summary>The two statements of the search; what a question says comes in as parameters only. published_words (Schema/200) holds what they compare with.</summary>
internal static class SearchSql
{
    /// <summary>$1 syllables and pairs, $2 what each is worth, $3 the question, $4 the day, $5 how many, $6 the whole question, which breaks ties.</summary>
    public const string Rank =
        """
        with asked as (
          select word, worth, phraseto_tsquery('simple', word) as query from unnest($1::text[], $2::real[]) as said(word, worth)
        ), known as (
          select word, query, df, worth * ln(1 + total / greatest(df, 0.5)) as weight
          from asked
          cross join (select count(*)::float as total from published_words) as articles
          cross join lateral (select count(*)::float as df from published_words where words @@ query) as seen
        ), term as (
          select * from known where df > 0 or position(' ' in word) = 0
        ), candidate as (
          select id, version, data, published.names, published.words,
            (select max(word_similarity(name, $3) * least(1, length(name) / 9.0)) from jsonb_array_elements_text(data->'names') as name) as alike
          from published_words as published join view_article on id = article
          where data->'published'->>'validFrom' <= $4 and coalesce(data->'published'->>'validTo', $4) >= $4
            and (published.words @@ (select string_agg(query::text, ' | ')::tsquery from term where df > 0) or $3 <% (data->>'names'))
        )
        select id, version, data, 0.55 * covered + 0.37 * alike + 0.08 * similarity(data->'names'->>0, $6) as score
        from candidate
        cross join lateral (select sum(weight * case when names @@ query then 1 when words @@ query then 0.3 else 0 end) / sum(weight) as covered from term) as fit
        order by score desc, data->>'code'
        limit $5
        """;

    /// <summary>$1 syllables. Of those that no article has: the name's syllable that is one letter away, the commonest of several.</summary>
    public const string Correct =
        """
        with missing as materialized (
          select word from unnest($1::text[]) as asked(word)
          where length(word) > 3 and not exists (select from published_words where words @@ phraseto_tsquery('simple', word))
        )
        select missing.word, near.word
        from missing
        cross join lateral (
          select known.word from view_article, jsonb_array_elements_text(data->'names') as name, unnest(string_to_array(name, ' ')) as known(word)
          where data->>'status' = 'Published' and length(known.word) > 2 and levenshtein_less_equal(known.word, missing.word, 1) = 1
          group by known.word order by count(*) desc, known.word limit 1) as near
        """;
}

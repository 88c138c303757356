package dev.serdab.consent;

import dev.serdab.recent.Recent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every scope there is, with a sentence per language that says what allowing it means. */
@Component
public class ScopeCatalogue {

    private static final String FALLBACK = "en";

    private static final String ANNOUNCED = "announced";

    private final JdbcClient db;
    private final Recent<String, List<String>> recent;

    ScopeCatalogue(JdbcClient db, Clock clock) {
        this.db = db;
        this.recent = new Recent<>(clock);
    }

    /**
     * The names that discovery announces: those that have an effect. A new one may take five
     * seconds.
     */
    public List<String> announced() {
        return recent.find(ANNOUNCED, _ -> Optional.of(readAnnounced())).orElseThrow();
    }

    private List<String> readAnnounced() {
        return db.sql("select name from scope where is_announced order by position, name")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The names of all. */
    public Set<String> names() {
        return db.sql("select name from scope").query((row, number) -> row.getString(1)).set();
    }

    /** The sentence in this language, in English, or the bare name where nobody wrote one. */
    public String sentence(String scope, Locale locale) {
        var sentences = new HashMap<String, String>();
        db.sql(
                        """
                        select language, sentence from scope_sentence
                         where scope = ? and language in (?, ?)\
                        """)
                .params(scope, locale.getLanguage(), FALLBACK)
                .query(row -> {
                    sentences.put(row.getString("language"), row.getString("sentence"));
                });
        var fallback = sentences.getOrDefault(FALLBACK, scope);
        return sentences.getOrDefault(locale.getLanguage(), fallback);
    }

    /** Adds a scope, or gives an existing one these sentences (language → sentence). */
    @Transactional
    public void define(String scope, Map<String, String> sentences) {
        db.sql(
                        """
                        insert into scope (name, position, is_announced) select ?, 1000, true
                         where not exists (select 1 from scope where name = ?)\
                        """)
                .params(scope, scope)
                .update();
        sentences.forEach((language, sentence) -> {
            db.sql("delete from scope_sentence where scope = ? and language = ?")
                    .params(scope, language)
                    .update();
            db.sql("insert into scope_sentence (scope, language, sentence) values (?, ?, ?)")
                    .params(scope, language, sentence)
                    .update();
        });
    }
}

package dev.serdab.sealing;

import dev.serdab.settings.WrongSetting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * While there are further master keys, brings whatever was not sealed under the current one under
 * it. Once nothing is left, the further keys can go.
 */
@Component
class Resealing {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    private final JdbcClient db;
    private final Seal seal;
    private final List<SealedColumn> columns;

    Resealing(JdbcClient db, Seal seal, List<SealedColumn> columns) {
        this.db = db;
        this.seal = seal;
        this.columns = columns;
    }

    /** A value as it lies in the database, under the key that the driver gave us. */
    private record Value(Object key, ByteBuffer sealed) {}

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1H")
    void run() {
        if (!seal.hasFurtherKeys()) {
            return;
        }
        int changed = columns.stream().mapToInt(this::reseal).sum();
        log.info(
                "{} values were sealed anew: everything that can be opened is under"
                        + " serdab.master-key now",
                changed);
    }

    private int reseal(SealedColumn column) {
        var sql =
                "select %1$s, %2$s from %3$s where %2$s is not null"
                        .formatted(column.key(), column.column(), column.table());
        return db
                .sql(sql)
                .query((row, number) ->
                        new Value(row.getObject(1), ByteBuffer.wrap(row.getBytes(2))))
                .list()
                .stream()
                .filter(value -> !seal.isCurrent(value.sealed().array()))
                .mapToInt(value -> reseal(column, value))
                .sum();
    }

    /** Not where somebody has changed the value meanwhile: another node, or whoever owns it. */
    private int reseal(SealedColumn column, Value value) {
        var label = value.key().toString();
        byte[] anew;
        try {
            anew = seal.close(seal.open(value.sealed().array(), label), label);
        } catch (WrongSetting e) {
            log.error("{} {} opens with no master key: it is left as it is", column.table(), label);
            return 0;
        }
        return db.sql(
                        "update %1$s set %2$s = ? where %3$s = ? and %2$s = ?"
                                .formatted(column.table(), column.column(), column.key()))
                .params(anew, value.key(), value.sealed().array())
                .update();
    }
}

package io.tanshi.platform.crypto;

import io.tanshi.platform.DataKeys;
import io.tanshi.platform.SealedColumn;
import io.tanshi.platform.SealedPlace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A column of ciphertexts; each begins with the number of its key. */
class ColumnPlace implements SealedPlace {

    private static final int AT_ONCE = 200;

    // Eight characters of base 64 are six bytes; the mark is the first five.
    private static final String OUTDATED = "%1$s is not null and substr(decode(left(%1$s, 8), 'base64'), 1, 5) <> :mark";

    private final String label;
    private final SealedColumn column;
    private final DataKeys keys;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ColumnPlace(String label, SealedColumn column, DataKeys keys, JdbcClient jdbc, TransactionTemplate transactions) {
        this.label = label;
        this.column = column;
        this.keys = keys;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Sealed(UUID id, UUID context, String cipher) {}

    SealedColumn column() {
        return column;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public long total() {
        return jdbc.sql("select count(%s) from %s".formatted(column.column(), column.table()))
                .query(Long.class)
                .single();
    }

    @Override
    public long outdated() {
        return jdbc.sql("select count(*) from %s where %s".formatted(column.table(), outdatedOnes()))
                .param("mark", keys.mark(column.purpose()))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Step> renew(UUID after) {
        return Optional.ofNullable(transactions.execute(_ -> {
            // Rows that are sealed for good let this one change pass.
            jdbc.sql("select set_config('tanshi.rotating_keys', 'on', true)")
                    .query(String.class)
                    .single();
            List<Sealed> outdated = next(after);
            outdated.forEach(this::renew);
            return outdated.isEmpty() ? null : new Step(outdated.size(), outdated.getLast().id());
        }));
    }

    private List<Sealed> next(UUID after) {
        return jdbc.sql("select id, %s, %s from %s where id > :after and %s order by id limit %d for update"
                        .formatted(
                                column.contextColumn(), column.column(), column.table(), outdatedOnes(), AT_ONCE))
                .param("after", after)
                .param("mark", keys.mark(column.purpose()))
                .query((row, _) ->
                        new Sealed(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                .list();
    }

    private void renew(Sealed sealed) {
        String context = column.context() + sealed.context();
        String plain = keys.decryptText(column.purpose(), sealed.cipher(), context);
        jdbc.sql("update %s set %s = :cipher where id = :id".formatted(column.table(), column.column()))
                .param("cipher", keys.encryptText(column.purpose(), plain, context))
                .param("id", sealed.id())
                .update();
    }

    private String outdatedOnes() {
        return OUTDATED.formatted(column.column());
    }
}

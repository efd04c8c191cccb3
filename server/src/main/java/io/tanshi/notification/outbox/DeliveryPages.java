package io.tanshi.notification.outbox;

import static io.tanshi.notification.jooq.Tables.DELIVERY;

import io.tanshi.notification.MessageKind;
import io.tanshi.notification.jooq.tables.records.DeliveryRecord;
import io.tanshi.platform.PageView;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as an administrator sees it: neither words nor addresses. */
@Component
@Transactional(readOnly = true)
class DeliveryPages {

    private final DSLContext db;
    private final Senders senders;
    private final MailSettings mail;

    DeliveryPages(DSLContext db, Senders senders, MailSettings mail) {
        this.db = db;
        this.senders = senders;
        this.mail = mail;
    }

    record Filter(
            @Nullable DeliveryState state,
            @Nullable Channel channel,
            @Nullable MessageKind kind) {}

    /** @param recipient opaque id */
    record DeliveryView(
            UUID id,
            String channel,
            String kind,
            UUID recipient,
            String audience,
            DeliveryState state,
            String stateLabel,
            int attempts,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable OffsetDateTime finishedAt,
            @Nullable String trouble,
            @Nullable Integer replyCode,
            boolean resendable,
            boolean confirmable) {}

    record StateCount(DeliveryState state, String label, int count) {}

    /**
     * @param mailEnabled whether a mail server is set
     * @param smsConnected whether an operator is connected, rather than the log
     */
    record OutboxView(
            boolean mailEnabled, String mailFrom, int mailsPerMinute, boolean smsConnected, List<StateCount> counts) {}

    PageView<DeliveryView> page(Filter filter, int page, int size) {
        Condition wanted = condition(filter);
        List<DeliveryView> found = db.selectFrom(DELIVERY)
                .where(wanted)
                .orderBy(DELIVERY.CREATED_AT.desc(), DELIVERY.ID.desc())
                .limit(size)
                .offset(page * size)
                .fetch(DeliveryPages::view);
        return new PageView<>(found, db.fetchCount(DELIVERY, wanted), page, size);
    }

    private static Condition condition(Filter filter) {
        DeliveryState state = filter.state();
        Channel channel = filter.channel();
        MessageKind kind = filter.kind();
        return (state == null ? DSL.noCondition() : DELIVERY.STATE.eq(state.name()))
                .and(channel == null ? DSL.noCondition() : DELIVERY.CHANNEL.eq(channel.name()))
                .and(kind == null ? DSL.noCondition() : DELIVERY.KIND.eq(kind.name()));
    }

    OutboxView outbox() {
        Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
        db.select(DELIVERY.STATE, DSL.count())
                .from(DELIVERY)
                .groupBy(DELIVERY.STATE)
                .forEach(r -> counts.put(DeliveryState.valueOf(r.value1()), r.value2()));
        return new OutboxView(
                mail.isEnabled(),
                mail.from(),
                mail.perMinute(),
                senders.hasOperator(),
                Arrays.stream(DeliveryState.values())
                        .map(state -> new StateCount(state, state.label(), counts.getOrDefault(state, 0)))
                        .toList());
    }

    private static DeliveryView view(DeliveryRecord r) {
        DeliveryState state = DeliveryState.valueOf(r.getState());
        MessageKind kind = MessageKind.valueOf(r.getKind());
        String trouble = r.getTrouble();
        boolean uncertain = state == DeliveryState.UNCERTAIN;
        return new DeliveryView(
                r.getId(),
                Channel.valueOf(r.getChannel()).label(),
                kind.label(),
                r.getRecipient(),
                kind.audience().label(),
                state,
                state.label(),
                r.getAttempts(),
                r.getCreatedAt(),
                state == DeliveryState.WAITING ? r.getNextAttemptAt() : null,
                r.getFinishedAt(),
                trouble == null ? null : Trouble.valueOf(trouble).label(),
                r.getReplyCode(),
                uncertain || state == DeliveryState.FAILED,
                uncertain);
    }
}

package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import java.util.List;
import org.jooq.OrderField;

/** Due first, then by what remains of a clock that stands still; the order of the index of the queue. */
final class QueueOrder {

    static final List<OrderField<?>> FIELDS = List.of(
            APPLICATION.DUE_AT.asc(),
            APPLICATION.REMAINING_SECONDS.asc(),
            APPLICATION.SUBMITTED_AT.asc(),
            APPLICATION.ID.asc());

    /** The same from its end. */
    static final List<OrderField<?>> REVERSED = List.of(
            APPLICATION.DUE_AT.desc(),
            APPLICATION.REMAINING_SECONDS.desc(),
            APPLICATION.SUBMITTED_AT.desc(),
            APPLICATION.ID.desc());

    private QueueOrder() {}
}

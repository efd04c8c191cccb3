package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import io.tanshi.enrolment.review.QueueFilter.Moments;
import io.tanshi.enrolment.review.ReviewViews.QueueCounts;
import io.tanshi.enrolment.review.ReviewViews.ReviewQueue;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.PageView;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The review queue: due first, what waits for an institution last. */
@Component
@Transactional(readOnly = true)
class QueuePages {

    private final DSLContext db;
    private final QueueItems items;
    private final QueueFigures figures;
    private final QueueSearch search;

    QueuePages(DSLContext db, QueueItems items, QueueFigures figures, QueueSearch search) {
        this.db = db;
        this.items = items;
        this.figures = figures;
        this.search = search;
    }

    /** @param text a part of a name, a document number or its last four characters; empty for all */
    ReviewQueue queue(QueueFilter filter, String text, int page, int size, CurrentAccount me) {
        Moments at = figures.moments();
        Condition sought = search.condition(text);
        Condition wanted = filter.condition(at, me.accountId().value()).and(sought);
        QueueCounts counts = figures.counts(at, me);
        OptionalInt counted = sought.equals(DSL.noCondition()) ? filter.countedIn(counts) : OptionalInt.empty();
        int total = counted.orElseGet(() -> db.fetchCount(APPLICATION, wanted));
        List<UUID> ids = ids(wanted, total, (long) page * size, size);
        return new ReviewQueue(
                counts,
                figures.colleagues(me),
                figures.inQueue(),
                new PageView<>(items.of(ids, me), total, page, size));
    }

    /** Read from the nearer end of the queue, so that its last page costs no more than its first. */
    private List<UUID> ids(Condition wanted, int total, long from, int size) {
        int rows = (int) Math.clamp(total - from, 0, size);
        if (rows == 0) {
            return List.of();
        }
        boolean fromTheEnd = from > total / 2;
        List<UUID> ids = db.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(wanted)
                .orderBy(fromTheEnd ? QueueOrder.REVERSED : QueueOrder.FIELDS)
                .limit(rows)
                .offset(fromTheEnd ? total - from - rows : from)
                .fetch(APPLICATION.ID);
        return fromTheEnd ? ids.reversed() : ids;
    }
}

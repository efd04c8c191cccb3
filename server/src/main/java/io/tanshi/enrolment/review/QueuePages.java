package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;

import io.tanshi.enrolment.review.ReviewViews.ReviewQueue;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.PageView;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
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
        Condition wanted =
                filter.condition(figures.moments(), me.accountId().value()).and(search.condition(text));
        List<UUID> ids = db.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(wanted)
                .orderBy(QueueOrder.FIELDS)
                .limit(size)
                .offset(page * size)
                .fetch(APPLICATION.ID);
        int total = db.fetchCount(db.select(APPLICATION.ID).from(APPLICATION).where(wanted));
        return new ReviewQueue(
                figures.counts(me),
                figures.colleagues(me),
                figures.inQueue(),
                new PageView<>(items.of(ids, me), total, page, size));
    }
}

package io.tanshi.delivery.likeness;

import io.tanshi.delivery.AttemptId;
import io.tanshi.files.Files;
import io.tanshi.identity.register.RetainedKind;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The pictures taken at entry; an undecided one stays until a person has judged it. */
@Component
@Order(5)
class KeptLikenesses implements RetainedKind {

    private final Likenesses checks;
    private final Files files;
    private final TransactionTemplate transactions;

    KeptLikenesses(Likenesses checks, Files files, TransactionTemplate transactions) {
        this.checks = checks;
        this.files = files;
        this.transactions = transactions;
    }

    @Override
    public String code() {
        return "delivery.likenesses";
    }

    @Override
    public String label() {
        return "进场拍照";
    }

    @Override
    public String countedFrom() {
        return "拍照日";
    }

    @Override
    public int defaultMonths() {
        return 6;
    }

    @Override
    public Due due(Instant before) {
        return new Due(checks.judgedBefore(before).size(), checks.undecidedBefore(before));
    }

    @Override
    public Due purge(Instant before) {
        List<AttemptId> old = checks.judgedBefore(before);
        old.forEach(attempt -> transactions.executeWithoutResult(
                _ -> checks.find(attempt).map(Likeness::photo).ifPresent(photo -> {
                    checks.forget(attempt);
                    files.delete(photo);
                })));
        return new Due(old.size(), checks.undecidedBefore(before));
    }
}

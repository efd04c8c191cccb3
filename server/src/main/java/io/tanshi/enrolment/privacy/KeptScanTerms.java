package io.tanshi.enrolment.privacy;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.identity.register.RetainedKind;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** Two terms: one for applications that came to nothing, a longer one for those that led to an examination. */
@Configuration(proxyBeanMethods = false)
class KeptScanTerms {

    private static final KeptScans.Term ENDED =
            new KeptScans.Term("enrolment.ended-scans", "审核不通过或已撤回的报名：材料扫描件", 6);
    private static final KeptScans.Term APPROVED = new KeptScans.Term("enrolment.approved-scans", "审核通过的报名：材料扫描件", 36);

    @Bean
    @Order(2)
    RetainedKind scansOfEndedApplications(
            DSLContext db, UnusedFiles unused, PastSittings past, TransactionTemplate transactions) {
        Set<String> ended = Set.of(ApplicationState.REJECTED.name(), ApplicationState.WITHDRAWN.name());
        return new KeptScans(db, unused, past, transactions, ENDED, ended);
    }

    @Bean
    @Order(3)
    RetainedKind scansOfApprovedApplications(
            DSLContext db, UnusedFiles unused, PastSittings past, TransactionTemplate transactions) {
        return new KeptScans(db, unused, past, transactions, APPROVED, Set.of(ApplicationState.APPROVED.name()));
    }
}

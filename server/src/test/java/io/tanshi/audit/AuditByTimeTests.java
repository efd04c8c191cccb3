package io.tanshi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The trail of some days; what is written here is rolled back. */
@DemoApplication
@Transactional
class AuditByTimeTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private Visitor auditor;

    @BeforeEach
    void threeActsAroundTheTurnOfADay() {
        auditor = new DemoPeople(mvc).staff("auditor");
        act("eve", "2031-03-01T23:59:59.999+08:00");
        act("first-moment", "2031-03-02T00:00:00+08:00");
        act("last-moment", "2031-03-02T23:59:59.999+08:00");
    }

    @Test
    void aDayBeginsAndEndsAtMidnightInShanghai() {
        assertThat(subjects("from=2031-03-02&to=2031-03-02")).containsExactly("last-moment", "first-moment");
        assertThat(subjects("from=2031-03-01&to=2031-03-01")).containsExactly("eve");
    }

    @Test
    void eitherEndMayBeLeftOpen() {
        assertThat(subjects("from=2031-03-02")).containsExactly("last-moment", "first-moment");
        assertThat(subjects("to=2031-03-01&actor=turn-of-day")).containsExactly("eve");
        assertThat(subjects("from=2031-03-03")).isEmpty();
    }

    @Test
    void anIndexServesTheDaysAndTheirOrder() {
        // So few entries would be read and sorted at once; many are not.
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("set local enable_bitmapscan = off").update();
        String plan = String.join("\n", jdbc.sql("""
                        explain select * from audit.entry
                        where at >= '2031-03-02T00:00+08' and at < '2031-03-03T00:00+08'
                        order by at desc, position desc limit 50
                        """).query(String.class).list());
        assertThat(plan).contains("entry_by_time").doesNotContain("Sort");
    }

    private List<String> subjects(String query) {
        return auditor.good(Call.get("/api/audit/entries?" + query))
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("subjectId").asString())
                .toList();
    }

    private void act(String subject, String at) {
        jdbc.sql("""
                        insert into audit.entry
                            (id, at, actor_kind, actor_label, action, subject_type, subject_id, details)
                        values (:id, cast(:at as timestamptz), 'system', 'turn-of-day', 'test.acted', 'test', :subject, '{}')
                        """)
                .param("id", UUID.randomUUID())
                .param("at", at)
                .param("subject", subject)
                .update();
    }
}

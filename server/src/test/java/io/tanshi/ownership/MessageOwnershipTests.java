package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.AccountInvited;
import io.tanshi.identity.people.StaffContacts;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages and preferences are of the signed-in account, whatever its role. */
@DemoApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessageOwnershipTests {

    private static final String MESSAGES = "/api/messages";
    private static final String PREFERENCES = MESSAGES + "/preferences";
    private static final String ADDRESS = "auditor@example.com";

    /** The owner's newest message. */
    private record Things(UUID message) {}

    private static final Claims<Things> ALL = new Claims<Things>()
            .own("GET " + MESSAGES, t -> t.message().toString())
            .foreign("POST " + MESSAGES + "/{id}/read", t -> Call.post(MESSAGES + "/{id}/read", t.message()))
            .free("POST " + MESSAGES + "/read-all", "marks the caller's own messages")
            .own("GET " + PREFERENCES, _ -> "au***@example.com")
            .free("PUT " + PREFERENCES, "chooses for the caller")
            .free("PUT " + PREFERENCES + "/address", "sets the caller's own address");

    private Visitor owner;
    private Visitor stranger;
    private Things things;

    @BeforeAll
    void theOwnerHasAMessageAndAnAddress(
            @Autowired MockMvc mvc,
            @Autowired StaffContacts staff,
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transaction) {
        DemoPeople people = new DemoPeople(mvc);
        owner = people.staff("auditor");
        stranger = people.staff("author");
        owner.good(Call.put(PREFERENCES + "/address").json(Map.of("email", ADDRESS)));
        List<AccountId> auditors = staff.withRole(Role.AUDITOR);
        transaction.executeWithoutResult(
                _ -> auditors.forEach(id -> events.publishEvent(new AccountInvited(id, Instant.EPOCH))));
        Awaitility.await().untilAsserted(() -> assertThat(first()).isNotEmpty());
        things = new Things(UUID.fromString(first()));
    }

    private String first() {
        return owner.good(Call.get(MESSAGES)).json().at("/items/0/id").asString("");
    }

    @TestFactory
    Stream<DynamicTest> anotherAccountIsRefused() {
        return ALL.tests(things, owner, stranger);
    }

    @Test
    void theNumberOfUnreadIsTheCallersOwn() {
        int before = unread(stranger);
        stranger.good(Call.post(MESSAGES + "/read-all"));
        assertThat(unread(stranger)).isZero().isLessThanOrEqualTo(before);
        assertThat(owner.good(Call.get(MESSAGES)).text())
                .contains(things.message().toString());
    }

    private static int unread(Visitor visitor) {
        return visitor.good(Call.get(MESSAGES + "/unread")).json().path("count").asInt();
    }
}

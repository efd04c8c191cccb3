package io.tanshi.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonDetails;
import io.tanshi.identity.register.Holding;
import io.tanshi.identity.register.PersonMerged;
import io.tanshi.identity.session.PersonId;
import io.tanshi.kernel.ResidentId;
import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.message.MessageStore.Message;
import io.tanshi.notification.outbox.Outbox;
import io.tanshi.notification.preference.Preferences;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.ownership.Call;
import io.tanshi.ownership.DemoPeople;
import io.tanshi.ownership.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What was told to a person belongs to the person's data: exported, erased and merged with it. All is rolled back. */
@DemoApplication
@Transactional
class MessagesOfAPersonTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MessageStore messages;

    @Autowired
    private Announcer announcer;

    @Autowired
    private Preferences preferences;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private final PersonId typed = PersonId.next();
    private final PersonId right = PersonId.next();
    private MessageHolder holder;

    /** Not the bean, which listens in a transaction of its own after the commit. */
    @BeforeEach
    void withinTheTransactionOfTheTest() {
        holder = new MessageHolder(messages, outbox, preferences, clock);
    }

    @Test
    void anExportTellsEveryMessage() {
        tell("one", typed);
        tell("two", typed);
        messages.read(Recipient.of(typed), of(typed).getFirst().id());
        Holding held = holder.holdings(typed).getFirst();
        assertThat(held.title()).isEqualTo("2 条消息");
        assertThat(held.state()).isEqualTo("1 条未读");
        assertThat(held.facts()).hasSize(1).allSatisfy((title, body) -> {
            assertThat(title).contains("证书已签发");
            assertThat(body).contains("\n");
        });
        assertThat(holder.holdings(right)).isEmpty();
    }

    @Test
    void whoIsErasedHasNoMessageLeftAndGetsNoMore() {
        tell("one", typed);
        tell("one", right);
        queue("one", typed);
        preferences.choose(Recipient.of(typed), Language.EN, Set.of(MessageKind.CERTIFICATE_ISSUED));
        holder.erase(typed);
        assertThat(of(typed)).isEmpty();
        assertThat(letters(typed)).isZero();
        assertThat(preferences.language(Recipient.of(typed))).isEqualTo(Language.ZH);
        assertThat(preferences.declined(Recipient.of(typed))).isEmpty();
        assertThat(of(right)).hasSize(1);
    }

    @Test
    void theSurvivorOfAMergeHasTheMessagesOfBothEachOnce() {
        tell("told to both", typed);
        tell("told to both", right);
        tell("told to one", typed);
        queue("told to both", typed);
        queue("told to both", right);
        queue("told to one", typed);
        holder.on(new PersonMerged(typed, right));
        assertThat(of(typed)).isEmpty();
        assertThat(of(right)).hasSize(2);
        assertThat(letters(typed)).isZero();
        assertThat(letters(right)).isEqualTo(2);
    }

    @Test
    void theSurvivorsOwnChoiceGoesBeforeThatOfTheOther() {
        preferences.choose(Recipient.of(typed), Language.EN, Set.of(MessageKind.RESULT_RELEASED));
        holder.on(new PersonMerged(typed, right));
        assertThat(preferences.language(Recipient.of(right))).isEqualTo(Language.EN);
        assertThat(preferences.declined(Recipient.of(right))).containsExactly(MessageKind.RESULT_RELEASED);

        preferences.choose(Recipient.of(right), Language.ZH, Set.of());
        preferences.choose(Recipient.of(typed), Language.EN, Set.of(MessageKind.RESULT_RELEASED));
        holder.on(new PersonMerged(typed, right));
        assertThat(preferences.language(Recipient.of(right))).isEqualTo(Language.ZH);
        assertThat(preferences.declined(Recipient.of(right))).isEmpty();
    }

    @Test
    void aFactHeardAfterTheMergeReachesTheSurvivor() {
        PersonId wrong = register("33010219880808123");
        PersonId good = register("33010219880808321");
        Visitor admin = new DemoPeople(mvc).staff("admin");
        admin.good(Call.post("/api/admin/duplicates/merge")
                .json(Map.of("from", wrong, "into", good, "reason", "身份证复印件核对")));
        tell("late", wrong);
        assertThat(of(wrong)).isEmpty();
        assertThat(of(good)).hasSize(1);
    }

    private PersonId register(String first) {
        return people.register(new PersonDetails("柏以宁", first + ResidentId.checkCharacter(first), "13900008888", null));
    }

    private void tell(String event, PersonId person) {
        announcer.announce(new Announcement(
                MessageKind.CERTIFICATE_ISSUED, event, List.of(Recipient.of(person)), Map.of(), "/me/certificates"));
    }

    /** As a sent letter lies in the outbox. */
    private void queue(String event, PersonId person) {
        jdbc.sql("""
                        insert into notification.delivery
                            (id, event_key, recipient, candidate, channel, kind, content_cipher, state, created_at,
                             next_attempt_at)
                        values (gen_random_uuid(), :event, :person, true, 'SMS', 'CERTIFICATE_ISSUED', '', 'SENT',
                             now(), now())""").param("event", event).param("person", person.value()).update();
    }

    private long letters(PersonId person) {
        return jdbc.sql("select count(*) from notification.delivery where recipient = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    private List<Message> of(PersonId person) {
        return messages.of(Recipient.of(person), false, 0, 100).items();
    }
}

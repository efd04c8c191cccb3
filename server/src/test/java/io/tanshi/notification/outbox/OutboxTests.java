package io.tanshi.notification.outbox;

import static io.tanshi.notification.jooq.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tanshi.audit.Actor;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.people.StaffContacts;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Role;
import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.SmsGateway;
import io.tanshi.notification.jooq.tables.records.DeliveryRecord;
import io.tanshi.notification.outbox.ScriptedSmtp.Temper;
import io.tanshi.notification.preference.Addresses;
import io.tanshi.notification.preference.Preferences;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.notification.template.Channels;
import io.tanshi.notification.template.Words;
import io.tanshi.platform.Problem;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What leaves the application. The shared application has no mail server, so that only the dispatchers made here send
 * mail.
 */
@DemoApplication
final class OutboxTests {

    private static final String ADDRESS = "zhao.cen@example.com";

    @Autowired
    private DeliveryStore store;

    @Autowired
    private DeliveryDesk desk;

    @Autowired
    private Addresses addresses;

    @Autowired
    private StaffContacts staff;

    @Autowired
    private Preferences preferences;

    @Autowired
    private ObjectProvider<SmsGateway> gateways;

    @Autowired
    private DSLContext db;

    @Autowired
    private Clock clock;

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private long nanos;
    private Recipient recipient;
    private CurrentAccount admin;

    @BeforeEach
    void aRecipientWithAnAddress() {
        mailServer.start();
        db.deleteFrom(DELIVERY).execute();
        AccountId account = staff.withRole(Role.ADMINISTRATOR).getFirst();
        staff.setEmail(account, ADDRESS, Actor.system("test"));
        recipient = Recipient.of(account);
        admin = new CurrentAccount(account, "赵岑", Set.of(Role.ADMINISTRATOR), null, null);
    }

    @AfterEach
    void forget() {
        mailServer.stop();
        staff.setEmail(new AccountId(recipient.id()), null, Actor.system("test"));
        db.deleteFrom(DELIVERY).execute();
    }

    @Test
    void aMailArrivesOnceHoweverOftenItWasQueuedAndHoweverManyRoundsThereAre() throws Exception {
        queue("one");
        queue("one");
        Dispatcher dispatcher = dispatcher(mailServer.getSmtp().getPort(), 60);
        dispatcher.round();
        dispatcher.round();
        MimeMessage[] arrived = mailServer.getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getSubject()).isEqualTo("今天有 9 份审核到期");
        assertThat(arrived[0].getMessageID()).startsWith("<" + only().getId());
        assertThat(arrived[0].getAllRecipients()[0]).hasToString(ADDRESS);
        assertThat(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(arrived[0]))
                .contains("multipart/alternative", "Auto-Submitted");
        assertThat(only().getState()).isEqualTo("SENT");
    }

    @Test
    void twoSendersAtOnceShareTheWorkAndSendNothingTwice() throws Exception {
        IntStream.range(0, 20).forEach(i -> queue("shared-" + i));
        Dispatcher one = dispatcher(mailServer.getSmtp().getPort(), 60);
        Dispatcher other = dispatcher(mailServer.getSmtp().getPort(), 60);
        Thread beside = Thread.ofVirtual().start(() -> rounds(other));
        rounds(one);
        beside.join();
        assertThat(mailServer.getReceivedMessages()).hasSize(20);
        assertThat(db.fetchCount(DELIVERY, DELIVERY.STATE.eq("SENT"))).isEqualTo(20);
    }

    private static void rounds(Dispatcher dispatcher) {
        for (int sent = dispatcher.round(); sent > 0; sent = dispatcher.round()) {
            assertThat(sent).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT_LATER, WAITING, TURNED_AWAY, 451",
        "TEXT_LATER, WAITING, TURNED_AWAY, 452",
        "RECIPIENT_NEVER, FAILED, REFUSED, 550",
        "TEXT_NEVER, FAILED, REFUSED, 554",
        "DIES_AT_SENDER, WAITING, NO_CONNECTION,",
        "DIES_AFTER_TEXT, UNCERTAIN, LINE_BROKE,"
    })
    void whatTheServerSaysDecidesWhetherItIsTriedAgain(
            Temper temper, String state, String trouble, @org.jspecify.annotations.Nullable Integer code) {
        queue("tempered");
        try (ScriptedSmtp server = new ScriptedSmtp(temper)) {
            dispatcher(server.port(), 60).round();
        }
        DeliveryRecord delivery = only();
        assertThat(delivery.getState()).isEqualTo(state);
        assertThat(delivery.getTrouble()).isEqualTo(trouble);
        assertThat(delivery.getReplyCode()).isEqualTo(code);
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainAfterEverLongerPausesAndGivenUpInTheEnd() {
        queue("nobody");
        Dispatcher dispatcher = dispatcher(deadPort(), 60);
        dispatcher.round();
        assertThat(only().getState()).isEqualTo("WAITING");
        assertThat(pause()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        dispatcher.round();
        assertThat(only().getAttempts()).as("not before the pause is over").isEqualTo(1);
        for (int i = 1; i < Dispatcher.MOST_ATTEMPTS; i++) {
            itIsTime();
            dispatcher.round();
        }
        assertThat(only().getState()).isEqualTo("FAILED");
        assertThat(only().getTrouble()).isEqualTo("GIVEN_UP");
        assertThat(Dispatcher.pauseAfter(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(Dispatcher.pauseAfter(40)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aMailWhoseSenderDiedBetweenTheServersYesAndOurCommitIsNotSentAgain() {
        queue("crash");
        // The dying process: it claims, the server takes the mail, and nothing is written down.
        UUID dead = UUID.randomUUID();
        var claimed = store.claim(dead, Channel.EMAIL, 1).getFirst();
        assertThat(senders(mailServer.getSmtp().getPort()).send(claimed)).isEqualTo(new Outcome.Accepted());

        Dispatcher next = dispatcher(mailServer.getSmtp().getPort(), 60);
        next.round();
        assertThat(only().getState()).as("it may still be at work").isEqualTo("SENDING");
        db.update(DELIVERY)
                .set(DELIVERY.CLAIMED_AT, now().minus(Dispatcher.LONGEST).minusSeconds(1))
                .execute();
        next.round();
        next.round();
        assertThat(only().getState()).isEqualTo("UNCERTAIN");
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void anUncertainMailGoesOutAgainOnlyOnAPersonsWordAndUnderTheSameMessageId() throws Exception {
        queue("word");
        try (ScriptedSmtp server = new ScriptedSmtp(Temper.DIES_AFTER_TEXT)) {
            dispatcher(server.port(), 60).round();
            assertThat(server.texts()).isEqualTo(1);
        }
        Dispatcher dispatcher = dispatcher(mailServer.getSmtp().getPort(), 60);
        dispatcher.round();
        assertThat(mailServer.getReceivedMessages()).isEmpty();
        UUID id = only().getId();
        desk.resend(id, "收件人没有收到", admin);
        dispatcher.round();
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(mailServer.getReceivedMessages()[0].getMessageID()).startsWith("<" + id);
        assertThatThrownBy(() -> desk.resend(id, "再发一次", admin)).isInstanceOf(Problem.class);
    }

    @Test
    void noMoreLeavesInAMinuteThanIsAllowed() {
        IntStream.range(0, 5).forEach(i -> queue("many-" + i));
        Dispatcher dispatcher = dispatcher(mailServer.getSmtp().getPort(), 3);
        rounds(dispatcher);
        assertThat(mailServer.getReceivedMessages()).hasSize(3);
        nanos += Duration.ofMinutes(1).toNanos();
        rounds(dispatcher);
        assertThat(mailServer.getReceivedMessages()).hasSize(5);
    }

    @Test
    void neitherAddressNorNameNorTextStandsInTheTableInClear() {
        queue("clear");
        dispatcher(mailServer.getSmtp().getPort(), 60).round();
        String row = db.fetch("select d::text from notification.delivery d").toString();
        assertThat(row).doesNotContain(ADDRESS, "zhao", "赵岑", "审核到期");
    }

    @Test
    void withoutAServerNothingOfTheMailQueueIsTouched() {
        queue("off");
        new Dispatcher(store, senders(settings("", 0)), allowance(60)).round();
        assertThat(only().getState()).isEqualTo("WAITING");
        assertThat(only().getAttempts()).isZero();
    }

    @Test
    void whatIsNotWantedNotSwitchedOnOrHasNoAddressIsNotQueued() {
        Outbox on = new Outbox(store, addresses, preferences, settings("127.0.0.1", 25));
        Outbox off = new Outbox(store, addresses, preferences, settings("", 25));
        Channels mailAndSms = new Channels(true, true);
        off.offer(letter("no-server"), mailAndSms);
        on.offer(letter("switched-off"), new Channels(false, false));
        preferences.choose(recipient, Language.ZH, Set.of(MessageKind.REVIEW_DUE));
        on.offer(letter("declined"), mailAndSms);
        preferences.choose(recipient, Language.ZH, Set.of());
        staff.setEmail(new AccountId(recipient.id()), null, Actor.system("test"));
        on.offer(letter("no-address"), mailAndSms);
        assertThat(db.fetchCount(DELIVERY)).isZero();
        staff.setEmail(new AccountId(recipient.id()), ADDRESS, Actor.system("test"));
        on.offer(letter("wanted"), mailAndSms);
        assertThat(only().getEventKey()).isEqualTo("test:wanted");
    }

    private void queue(String event) {
        store.add(letter(event), Channel.EMAIL);
    }

    private Letter letter(String event) {
        return new Letter(
                "test:" + event,
                recipient,
                MessageKind.REVIEW_DUE,
                new Letter.Content(new Words("今天有 9 份审核到期", "请从最前面开始。"), Language.ZH, "/console/review", Map.of()));
    }

    private Dispatcher dispatcher(int port, int perMinute) {
        return new Dispatcher(store, senders(port), allowance(perMinute));
    }

    private MailAllowance allowance(int perMinute) {
        return new MailAllowance(perMinute, () -> nanos);
    }

    private Senders senders(int port) {
        return senders(settings("127.0.0.1", port));
    }

    private Senders senders(MailSettings settings) {
        return new Senders(addresses, new MailWriter(settings), settings, gateways);
    }

    private static MailSettings settings(String host, int port) {
        return new MailSettings(
                "", host, port, "", "", "no-reply@tanshi.example", false, 60, "http://localhost:8080", false);
    }

    private static int deadPort() {
        try (ScriptedSmtp gone = new ScriptedSmtp(Temper.TAKES)) {
            return gone.port();
        }
    }

    private DeliveryRecord only() {
        return db.selectFrom(DELIVERY).fetchSingle();
    }

    private void itIsTime() {
        db.update(DELIVERY).set(DELIVERY.NEXT_ATTEMPT_AT, now()).execute();
    }

    private Duration pause() {
        return Duration.between(now(), only().getNextAttemptAt());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package io.tanshi.notification.message;

import static io.tanshi.enrolment.jooq.Tables.BATCH;
import static io.tanshi.enrolment.jooq.Tables.BATCH_ROW;
import static io.tanshi.enrolment.jooq.Tables.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tanshi.certificate.CertificateId;
import io.tanshi.certificate.CertificateIssued;
import io.tanshi.certificate.CertificateProofReady;
import io.tanshi.enrolment.ApplicationApproved;
import io.tanshi.enrolment.ApplicationId;
import io.tanshi.enrolment.ApplicationReturned;
import io.tanshi.enrolment.BatchChecked;
import io.tanshi.enrolment.BatchId;
import io.tanshi.enrolment.SittingRoll;
import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.AccountInvited;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.people.StaffContacts;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.InstitutionId;
import io.tanshi.identity.session.PersonId;
import io.tanshi.notification.Language;
import io.tanshi.notification.MessageKind;
import io.tanshi.notification.message.MessageStore.Message;
import io.tanshi.notification.preference.Preferences;
import io.tanshi.notification.preference.Recipient;
import io.tanshi.programme.Level;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingMoved;
import io.tanshi.programme.Sittings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts of other modules become messages, one for each recipient. */
@DemoApplication
final class MessageTests {

    private static final Instant AT = Instant.parse("2026-12-10T02:00:00.123456Z");

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EventSerializer serializer;

    @Autowired
    private MessageStore messages;

    @Autowired
    private Preferences preferences;

    @Autowired
    private Announcer announcer;

    @Autowired
    private Addressees addressees;

    @Autowired
    private Sittings sittings;

    @Autowired
    private SittingRoll roll;

    @Autowired
    private Institutions institutions;

    @Autowired
    private StaffContacts staff;

    @Autowired
    private DSLContext db;

    @Test
    void oneFactHeardTwiceIsOneMessage() {
        PersonId person = PersonId.next();
        CertificateIssued issued = new CertificateIssued(CertificateId.next(), person, AT);
        publish(issued);
        publish(issued);
        publish(new CertificateProofReady(CertificateId.next(), person, AT));
        await().untilAsserted(() -> assertThat(kinds(Recipient.of(person)))
                .containsExactlyInAnyOrder(MessageKind.CERTIFICATE_ISSUED, MessageKind.PROOF_TO_CHECK));
        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(kinds(Recipient.of(person))).hasSize(2));
    }

    @Test
    void aReturnReachesTheInstitutionAndTheCandidateEachWithItsOwnPage() {
        InstitutionId institution = institutions.all().getFirst().id();
        PersonId person = PersonId.next();
        ApplicationId application = ApplicationId.next();
        publish(new ApplicationReturned(
                application, person, institution, sitting().id(), AT));
        Recipient clerk = Recipient.of(staff.ofInstitution(institution).getFirst());
        await().untilAsserted(() -> {
            assertThat(messagesOf(Recipient.of(person)))
                    .singleElement()
                    .satisfies(m -> assertThat(m.link()).isEqualTo("/me/application/" + application));
            assertThat(messagesOf(clerk)).extracting(Message::link).contains("/roster/" + application);
        });
        // Returned once more after the correction: that is another fact.
        publish(new ApplicationReturned(
                application, person, institution, sitting().id(), AT.plusSeconds(60)));
        await().untilAsserted(() -> assertThat(messagesOf(Recipient.of(person))).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoeverUploadedIsToldHowTheCheckEnded(boolean refused) {
        AccountId uploader = AccountId.next();
        BatchId batch = BatchId.next();
        publish(new BatchChecked(
                batch, UUID.randomUUID(), institution(), uploader, sitting().id(), 20, 17, 3, refused, AT));
        await().untilAsserted(() -> assertThat(messagesOf(Recipient.of(uploader)))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.kind())
                            .isEqualTo(refused ? MessageKind.UPLOAD_REFUSED : MessageKind.UPLOAD_CHECKED);
                    assertThat(message.link()).isEqualTo("/batches/" + batch);
                    assertThat(message.words().body().contains("17 行可以提交，3 行")).isEqualTo(!refused);
                }));
    }

    @Test
    void anApprovalDoesNotSendForACodeThatIsLongInHand() {
        InstitutionId institution = institution();
        ApplicationId application = ApplicationId.next();
        publish(new ApplicationApproved(
                application, PersonId.next(), institution, sitting().id(), Level.JUNIOR, AT));
        Recipient clerk = Recipient.of(staff.ofInstitution(institution).getFirst());
        await().untilAsserted(() -> assertThat(messagesOf(clerk))
                .filteredOn(message -> message.link().equals("/roster/" + application))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.words().body()).contains("还没有激活的").doesNotContain("取激活码交给考生")));
    }

    @Test
    void whereOnlyTheCloseOfRegistrationMovesTheMessageNamesItAndNoExamDay() {
        SittingMoved.Closing closing = new SittingMoved.Closing(
                LocalDateTime.of(2027, 4, 17, 23, 59, 59), LocalDateTime.of(2027, 4, 16, 17, 30));
        LocalDate exam = sitting().examDate();
        List<Message> told =
                toldOf(new SittingMoved(sitting().id(), exam, exam, closing, AT), MessageKind.CLOSING_MOVED);
        assertThat(told)
                .singleElement()
                .extracting(message -> message.words().body())
                .asString()
                .contains("2027-04-17 23:59", "2027-04-16 17:30")
                .doesNotContain(exam.toString());
        assertThat(told.getFirst().words().subject()).contains("报名截止");
    }

    @Test
    void whereTheExamMovesTheMessageNamesItsDays() {
        LocalDate exam = sitting().examDate();
        SittingMoved moved = new SittingMoved(sitting().id(), exam, exam.plusDays(7), null, AT.plusSeconds(1));
        assertThat(toldOf(moved, MessageKind.SITTING_MOVED))
                .singleElement()
                .extracting(message -> message.words().body())
                .asString()
                .contains(exam.toString(), exam.plusDays(7).toString());
    }

    /** What the institution with rows in the sitting hears of it. */
    private List<Message> toldOf(SittingMoved moved, MessageKind kind) {
        Recipient clerk = Recipient.of(staff.ofInstitution(institution()).getFirst());
        UUID batch = draft();
        try {
            publish(moved);
            await().untilAsserted(() -> assertThat(kinds(clerk)).contains(kind));
        } finally {
            forget(batch);
        }
        return messagesOf(clerk).stream().filter(m -> m.kind() == kind).toList();
    }

    @Test
    void theReadersLanguageIsTheMessages() {
        AccountId invited = AccountId.next();
        preferences.choose(Recipient.of(invited), Language.EN, Set.of());
        publish(new AccountInvited(invited, AT));
        await().untilAsserted(() -> assertThat(messagesOf(Recipient.of(invited)))
                .singleElement()
                .extracting(message -> message.words().subject())
                .isEqualTo("Your staff account is open"));
    }

    @Test
    void institutionsWithRowsNotSubmittedAreRemindedOnceBeforeTheEnd() {
        Recipient clerk = Recipient.of(staff.ofInstitution(institution()).getFirst());
        UUID batch = draft();
        try {
            int before = reminders(clerk);
            look(Duration.ofDays(5));
            assertThat(reminders(clerk)).as("five days before").isEqualTo(before);
            look(Duration.ofDays(2));
            look(Duration.ofDays(1));
            assertThat(reminders(clerk)).isEqualTo(before + 1);
        } finally {
            forget(batch);
        }
    }

    @Test
    void noMessageIsReadOrMarkedInAnothersName() {
        AccountId owner = AccountId.next();
        publish(new AccountInvited(owner, AT));
        await().untilAsserted(
                        () -> assertThat(messages.unread(Recipient.of(owner))).isEqualTo(1));
        UUID id = messagesOf(Recipient.of(owner)).getFirst().id();
        Recipient stranger = Recipient.of(AccountId.next());
        assertThat(messages.read(stranger, id)).isFalse();
        messages.readAll(stranger);
        assertThat(messages.unread(Recipient.of(owner))).isEqualTo(1);
        assertThat(messages.read(Recipient.of(owner), id)).isTrue();
        assertThat(messages.unread(Recipient.of(owner))).isZero();
    }

    @Test
    void theNewFactsSurviveARestart() {
        for (Object fact : List.of(
                new BatchChecked(
                        BatchId.next(),
                        UUID.randomUUID(),
                        institution(),
                        null,
                        sitting().id(),
                        1,
                        1,
                        0,
                        false,
                        AT),
                new AccountInvited(AccountId.next(), AT),
                new SittingMoved(
                        sitting().id(),
                        LocalDate.of(2027, 4, 24),
                        LocalDate.of(2027, 4, 24),
                        new SittingMoved.Closing(
                                LocalDateTime.of(2027, 4, 17, 23, 59, 59), LocalDateTime.of(2027, 4, 16, 17, 30)),
                        AT),
                new CertificateProofReady(CertificateId.next(), PersonId.next(), AT))) {
            assertThat((Object) serializer.deserialize(serializer.serialize(fact), fact.getClass()))
                    .isEqualTo(fact);
        }
    }

    /** It stood in the table of publications, not yet delivered, when the release that counts blocked rows was installed. */
    @Test
    void aCheckThatEndedUnderTheReleaseBeforeIsStillTold() {
        AccountId uploader = AccountId.next();
        BatchChecked now = new BatchChecked(
                BatchId.next(),
                UUID.randomUUID(),
                institution(),
                uploader,
                sitting().id(),
                20,
                17,
                3,
                false,
                AT);
        String before = serializer.serialize(now).toString().replace("\"blocked\":3,", "");
        assertThat(before).doesNotContain("\"blocked\"").contains("\"accepted\":17");
        BatchChecked read = serializer.deserialize(before, BatchChecked.class);
        assertThat(read.accepted()).isEqualTo(17);
        assertThat(read.blocked()).isEqualTo(3);
    }

    /** A checked row of the institution that nobody has submitted. */
    private UUID draft() {
        UUID batch = UUID.randomUUID();
        UUID upload = UUID.randomUUID();
        db.insertInto(BATCH)
                .set(BATCH.ID, batch)
                .set(BATCH.INSTITUTION_ID, institution().value())
                .set(BATCH.SITTING_ID, sitting().id().value())
                .set(BATCH.NUMBER, 9_999)
                .set(BATCH.CREATED_AT, AT.atOffset(ZoneOffset.UTC))
                .execute();
        db.insertInto(UPLOAD)
                .set(UPLOAD.ID, upload)
                .set(UPLOAD.BATCH_ID, batch)
                .set(UPLOAD.STATE, "CHECKED")
                .set(UPLOAD.UPLOADED_AT, AT.atOffset(ZoneOffset.UTC))
                .execute();
        db.insertInto(BATCH_ROW)
                .set(BATCH_ROW.ID, UUID.randomUUID())
                .set(BATCH_ROW.BATCH_ID, batch)
                .set(BATCH_ROW.UPLOAD_ID, upload)
                .set(BATCH_ROW.ROW_NUMBER, 1)
                .set(BATCH_ROW.SHEET_ROW, 1)
                .set(BATCH_ROW.STAGE, "CURRENT")
                .set(BATCH_ROW.CODES, new String[0])
                .set(BATCH_ROW.NOTICE_CODES, new String[0])
                .set(BATCH_ROW.DATA_CIPHER, "")
                .execute();
        return batch;
    }

    private void forget(UUID batch) {
        db.deleteFrom(BATCH_ROW).where(BATCH_ROW.BATCH_ID.eq(batch)).execute();
        db.deleteFrom(UPLOAD).where(UPLOAD.BATCH_ID.eq(batch)).execute();
        db.deleteFrom(BATCH).where(BATCH.ID.eq(batch)).execute();
    }

    private void look(Duration beforeTheEnd) {
        Instant now = sitting().registrationClosesAt().minus(beforeTheEnd);
        Clock clock = Clock.fixed(now, java.time.ZoneId.of("Asia/Shanghai"));
        transaction.executeWithoutResult(_ -> new DailyLook(announcer, addressees, sittings, roll, clock).look());
    }

    private int reminders(Recipient recipient) {
        return (int) kinds(recipient).stream()
                .filter(MessageKind.REGISTRATION_CLOSING::equals)
                .count();
    }

    private Sitting sitting() {
        return sittings.upcoming().getLast();
    }

    private InstitutionId institution() {
        return institutions.all().getFirst().id();
    }

    private List<MessageKind> kinds(Recipient recipient) {
        return messagesOf(recipient).stream().map(Message::kind).toList();
    }

    private List<Message> messagesOf(Recipient recipient) {
        return messages.of(recipient, false, 0, 100).items();
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }
}

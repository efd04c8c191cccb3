package io.tanshi.enrolment.review;

import static io.tanshi.enrolment.jooq.Tables.APPLICATION;
import static io.tanshi.enrolment.jooq.Tables.REVIEW_CLAIM;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.ApplicationState;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Sealed;
import io.tanshi.enrolment.application.Verdict;
import io.tanshi.enrolment.review.QueueFilter.Due;
import io.tanshi.enrolment.review.QueueFilter.Share;
import io.tanshi.enrolment.review.ReviewViews.QueueCounts;
import io.tanshi.enrolment.review.ReviewViews.QueueInstitution;
import io.tanshi.enrolment.review.ReviewViews.QueueItem;
import io.tanshi.enrolment.review.ReviewViews.ReviewQueue;
import io.tanshi.fixtures.Property;
import io.tanshi.fixtures.Seeded;
import io.tanshi.identity.people.People;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.kernel.Ids;
import io.tanshi.platform.cli.Console;
import io.tanshi.programme.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures above the queue and its pages, beside a recount that looks at one application after the other. */
@ApplicationModuleTest(value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
final class QueueFiguresTests extends ReviewDays {

    private static final int APPLICATIONS = 120;
    private static final int RUNS = 6;
    private static final int ACTS = 60;

    @Autowired
    private DSLContext db;

    @Autowired
    private Sealed sealed;

    @Autowired
    private People people;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    /** All that is open, with what is known of it, read without any of the conditions of the queue. */
    private record Recount(
            List<Dossier> open,
            Map<UUID, Claims.Claim> claims,
            Map<UUID, Decision> decided,
            Map<UUID, Escalations.Escalation> escalated) {

        boolean toDecide(Dossier d) {
            return d.state() == ApplicationState.PENDING && !decided.containsKey(d.id().value());
        }

        int count(Predicate<Dossier> which) {
            return (int) open.stream().filter(which).count();
        }
    }

    @Test
    @Transactional
    void whateverHappensTheFiguresAndThePagesAreWhatARecountFinds() {
        new MadeQueue(db, sealed, people, claims, sittings, clock, nested()).make(APPLICATIONS, he, Console.system());
        Property.check(
                RUNS,
                seeded -> nested().executeWithoutResult(run -> {
                    List<Dossier> all = recount().open();
                    for (int i = 0; i < ACTS; i++) {
                        happensTo(seeded.pick(all), seeded);
                    }
                    Recount recount = recount();
                    ReviewQueue shown = queue.queue(filter(Share.ALL, Due.ANY), "", 0, 1, he);
                    assertThat(shown.counts()).isEqualTo(counts(recount));
                    assertThat(shown.institutions().stream().map(QueueInstitution::id))
                            .containsExactlyInAnyOrderElementsOf(recount.open().stream()
                                    .map(d -> d.institution().value())
                                    .distinct()
                                    .toList());
                    for (Share share : Share.values()) {
                        pagesAreRight(filter(share, Due.ANY), recount, seeded);
                    }
                    for (Due due : Due.values()) {
                        pagesAreRight(filter(Share.ALL, due), recount, seeded);
                    }
                    pagesAreRight(any(seeded, recount), recount, seeded);
                    run.setRollbackOnly();
                }));
    }

    private TransactionTemplate nested() {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return template;
    }

    /** One of the things that move an application from one figure to another. */
    private void happensTo(Dossier one, Seeded seeded) {
        UUID id = one.id().value();
        CurrentAccount who = seeded.pick(he, li);
        switch (seeded.between(0, 8)) {
            case 0 -> claims.take(one.id(), who);
            case 1 -> claims.release(one.id(), who);
            case 2 ->
                db.update(REVIEW_CLAIM)
                        .set(REVIEW_CLAIM.EXPIRES_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .where(REVIEW_CLAIM.APPLICATION_ID.eq(id))
                        .execute();
            case 3 -> decide(one, who);
            case 4 -> decisions.waiting(one.id()).ifPresent(d -> decisions.end(d.id(), Decision.State.UNDONE));
            case 5 -> escalations.escalate(one.id(), "请同事看", who);
            case 6 -> escalations.answer(one.id());
            case 7 -> become(id, ApplicationState.PENDING, due(seeded));
            default -> become(id, seeded.pick(ApplicationState.RETURNED, ApplicationState.APPROVED), null);
        }
    }

    private void decide(Dossier one, CurrentAccount who) {
        Decision decision = new Decision(
                Ids.next(),
                one.id(),
                one.version(),
                Decision.Kind.APPROVE,
                who.accountId().value(),
                who.displayName(),
                clock.instant(),
                Decision.State.WAITING,
                null);
        decisions.insert(
                decision,
                one,
                new Decision.Content(null, List.of(), null),
                new DecisionStore.Effort(Duration.ZERO, true, null));
    }

    private void become(UUID id, ApplicationState state, @Nullable Instant due) {
        db.update(APPLICATION)
                .set(APPLICATION.STATE, state.name())
                .set(APPLICATION.DUE_AT, due == null ? null : due.atOffset(ZoneOffset.UTC))
                .set(APPLICATION.REMAINING_SECONDS, state == ApplicationState.RETURNED ? 3_600L : null)
                .where(APPLICATION.ID.eq(id))
                .execute();
    }

    /** The bounds of today among others. */
    private Instant due(Seeded seeded) {
        return seeded.pick(
                clock.instant(),
                midnight(),
                midnight().minusSeconds(1),
                clock.instant().plus(Duration.ofHours(seeded.between(-72, 72))));
    }

    private Instant midnight() {
        return LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private Recount recount() {
        List<Dossier> open = new ArrayList<>();
        sittings.all()
                .forEach(each -> dossiers.each(each.id(), d -> {
                    if (d.state() == ApplicationState.PENDING || d.state() == ApplicationState.RETURNED) {
                        open.add(d);
                    }
                }));
        List<UUID> ids = open.stream().map(d -> d.id().value()).toList();
        return new Recount(open, claims.of(ids), decisions.waiting(ids), escalations.of(ids));
    }

    private QueueCounts counts(Recount recount) {
        return new QueueCounts(
                recount.count(d -> isDue(Due.OVERDUE, d)),
                recount.count(d -> isDue(Due.TODAY, d)),
                recount.count(d -> isDue(Due.LATER, d)),
                recount.count(d -> isOf(Share.RETURNED, d, recount)),
                recount.open().size(),
                recount.count(d -> isOf(Share.MINE, d, recount)),
                recount.count(d -> isOf(Share.UNCLAIMED, d, recount)),
                recount.count(d -> isOf(Share.ESCALATED, d, recount)));
    }

    private boolean isDue(Due due, Dossier d) {
        Instant at = d.clock().dueAt();
        if (due == Due.ANY) {
            return true;
        }
        if (d.state() != ApplicationState.PENDING || at == null) {
            return false;
        }
        Due found = at.isBefore(clock.instant()) ? Due.OVERDUE : at.isBefore(midnight()) ? Due.TODAY : Due.LATER;
        return found == due;
    }

    private boolean isOf(Share share, Dossier d, Recount recount) {
        Claims.Claim claim = recount.claims().get(d.id().value());
        return switch (share) {
            case ALL -> true;
            case MINE -> recount.toDecide(d) && claim != null && claim.isOf(he);
            case UNCLAIMED -> recount.toDecide(d) && claim == null;
            case ESCALATED -> recount.toDecide(d) && recount.escalated().containsKey(d.id().value());
            case RETURNED -> d.state() == ApplicationState.RETURNED;
        };
    }

    private static QueueFilter filter(Share share, Due due) {
        return new QueueFilter(share, due, null, null, null);
    }

    private static QueueFilter any(Seeded seeded, Recount recount) {
        return new QueueFilter(
                seeded.pick(Share.values()),
                seeded.pick(Due.values()),
                seeded.oneIn(2) ? null : seeded.pick(Level.values()),
                seeded.oneIn(2)
                        ? null
                        : seeded.pick(recount.open()).institution().value(),
                seeded.oneIn(2) ? null : seeded.pick(Verdict.values()));
    }

    /** All pages together are the list, in order and nothing twice; behind the last there is nothing. */
    private void pagesAreRight(QueueFilter filter, Recount recount, Seeded seeded) {
        List<UUID> expected = expected(filter, recount);
        int size = 1 + expected.size() / seeded.between(1, 4);
        List<UUID> found = new ArrayList<>();
        int pages = expected.size() / size + 1;
        for (int page = 0; page <= pages; page++) {
            var items = queue.queue(filter, "", page, size, he).items();
            assertThat(items.total()).as("%s", filter).isEqualTo(expected.size());
            items.items().stream().map(QueueItem::id).forEach(found::add);
        }
        assertThat(found).as("%s by %s", filter, size).containsExactlyElementsOf(expected);
    }

    private List<UUID> expected(QueueFilter filter, Recount recount) {
        Comparator<@Nullable Instant> earlier = Comparator.nullsLast(Comparator.naturalOrder());
        Comparator<@Nullable Duration> less = Comparator.nullsLast(Comparator.naturalOrder());
        return recount.open().stream()
                .filter(d -> isOf(filter.share(), d, recount) && isDue(filter.due(), d))
                .filter(d -> filter.level() == null || d.level() == filter.level())
                .filter(d ->
                        filter.institution() == null || d.institution().value().equals(filter.institution()))
                .filter(d -> filter.verdict() == null || d.verdict() == filter.verdict())
                .sorted(Comparator.<Dossier, @Nullable Instant>comparing(
                                d -> d.clock().dueAt(), earlier)
                        .thenComparing(d -> d.clock().remaining(), less)
                        .thenComparing(Dossier::submittedAt, earlier)
                        .thenComparing(d -> d.id().value().toString()))
                .map(d -> d.id().value())
                .toList();
    }
}

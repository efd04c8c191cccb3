package io.tanshi.enrolment.review;

import io.tanshi.enrolment.EnrolmentError;
import io.tanshi.enrolment.application.Dossier;
import io.tanshi.enrolment.application.Dossiers;
import io.tanshi.enrolment.review.BulkStore.Bulk;
import io.tanshi.enrolment.review.Decision.Kind;
import io.tanshi.enrolment.review.ReviewViews.BulkOutcome;
import io.tanshi.enrolment.review.ReviewViews.BulkSampleItem;
import io.tanshi.enrolment.review.ReviewViews.BulkView;
import io.tanshi.enrolment.review.ReviewViews.SampleState;
import io.tanshi.enrolment.review.ReviewViews.SkippedItem;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.platform.Problem;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approves together what the rules have passed, after the reviewer has looked at a sample and approved every one of it.
 * The sample is drawn here, at random, and what was drawn once stays drawn.
 */
@Service
class BulkDesk {

    private final BulkStore store;
    private final BulkRule rule;
    private final Dossiers dossiers;
    private final DecisionStore decisions;
    private final ReviewDesk desk;
    private final ReviewSettings settings;
    private final SecureRandom random = new SecureRandom();

    BulkDesk(
            BulkStore store,
            BulkRule rule,
            Dossiers dossiers,
            DecisionStore decisions,
            ReviewDesk desk,
            ReviewSettings settings) {
        this.store = store;
        this.rule = rule;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.desk = desk;
        this.settings = settings;
    }

    /** @throws Problem when one of them is not for approving together, or there are no more than the sample */
    @Transactional
    public BulkView open(List<UUID> chosen, CurrentAccount me) {
        List<Dossier> wanted = dossiers.of(List.copyOf(new HashSet<>(chosen)));
        refuse(wanted, rule.obstacles(wanted));
        List<UUID> ids = wanted.stream().map(d -> d.id().value()).toList();
        int size = settings.sampleOf(ids.size());
        if (wanted.isEmpty() || size >= ids.size()) {
            throw Problem.of(
                    EnrolmentError.NOT_FOR_BULK,
                    "批量通过前须逐件抽看至少 " + settings.sampleAtLeast() + " 件；只选了 " + ids.size() + " 件，请直接逐件审核。");
        }
        UUID id = store.insert(ids, sample(ids, size, me), me);
        return view(find(id, me), me);
    }

    private Set<UUID> sample(List<UUID> ids, int size, CurrentAccount me) {
        Set<UUID> sample = new HashSet<>(store.drawnBefore(ids, me));
        List<UUID> drawn = new ArrayList<>(ids);
        Collections.shuffle(drawn, random);
        drawn.stream()
                .filter(id -> !sample.contains(id))
                .limit(Math.max(0, size - sample.size()))
                .toList()
                .forEach(sample::add);
        return sample;
    }

    private static void refuse(List<Dossier> wanted, Map<UUID, String> obstacles) {
        wanted.stream()
                .filter(d -> obstacles.containsKey(d.id().value()))
                .findFirst()
                .ifPresent(d -> {
                    throw Problem.of(
                            EnrolmentError.NOT_FOR_BULK,
                            "所选中有 " + obstacles.size() + " 件不能批量通过，例如 "
                                    + d.registration().name() + "："
                                    + obstacles.get(d.id().value()) + "。请取消选择这些件，逐件审核。");
                });
    }

    @Transactional(readOnly = true)
    public BulkView view(UUID id, CurrentAccount me) {
        return view(find(id, me), me);
    }

    private Bulk find(UUID id, CurrentAccount me) {
        return store.find(id, me).orElseThrow(() -> Problem.notFound("这组批量审核"));
    }

    private BulkView view(Bulk bulk, CurrentAccount me) {
        Map<UUID, SampleState> states = states(bulk, me);
        List<BulkSampleItem> sample = dossiers.of(bulk.sample()).stream()
                .map(d -> new BulkSampleItem(
                        d.id().value(),
                        d.registration().name(),
                        states.getOrDefault(d.id().value(), SampleState.REMAINING)))
                .toList();
        return new BulkView(bulk.id(), bulk.items().size(), bulk.rest().size(), sample, bulk.approved());
    }

    /** What became of the sample: only the reviewer's own decisions after the drawing, each made by itself, count. */
    private Map<UUID, SampleState> states(Bulk bulk, CurrentAccount me) {
        Map<UUID, SampleState> states = new HashMap<>();
        decisions.of(bulk.sample(), me.accountId().value()).stream()
                .filter(d -> d.bulk() == null && !d.decidedAt().isBefore(bulk.openedAt()))
                .forEach(d -> states.put(
                        d.application().value(),
                        d.kind() == Kind.APPROVE ? SampleState.APPROVED : SampleState.NOT_APPROVED));
        return states;
    }

    /** Each in a transaction of its own: what a colleague has decided or holds meanwhile is skipped and named. */
    BulkOutcome approve(UUID id, CurrentAccount me) {
        Bulk bulk = find(id, me);
        requireSampleApproved(bulk, me);
        List<UUID> approved = new ArrayList<>();
        List<SkippedItem> skipped = new ArrayList<>();
        Map<UUID, String> obstacles = rule.obstacles(dossiers.of(bulk.rest()));
        for (Dossier d : dossiers.of(bulk.rest())) {
            UUID application = d.id().value();
            try {
                refuse(List.of(d), obstacles);
                desk.approveOfBulk(d, id, me);
                approved.add(application);
            } catch (Problem problem) {
                skipped.add(new SkippedItem(
                        application, d.registration().name(), obstacles.getOrDefault(application, problem.detail())));
            }
        }
        finish(id, approved.size(), skipped.size(), me);
        return new BulkOutcome(approved.size(), skipped, settings.undoSeconds());
    }

    private void finish(UUID id, int approved, int skipped, CurrentAccount me) {
        store.approved(id);
        desk.recordBulk(id, Map.of("approved", approved, "skipped", skipped), me);
    }

    private void requireSampleApproved(Bulk bulk, CurrentAccount me) {
        if (bulk.approved()) {
            throw Problem.of(EnrolmentError.DECIDED_MEANWHILE, "这组已经批量通过。");
        }
        Map<UUID, SampleState> states = states(bulk, me);
        if (states.containsValue(SampleState.NOT_APPROVED)) {
            throw Problem.of(EnrolmentError.NOT_FOR_BULK, "抽看中有未通过的，这组不能批量通过。请逐件审核，或另选一组。");
        }
        List<Dossier> remaining = dossiers.of(
                bulk.sample().stream().filter(id -> !states.containsKey(id)).toList());
        if (!remaining.isEmpty()) {
            throw Problem.of(
                    EnrolmentError.SAMPLE_OUTSTANDING,
                    "还有 " + remaining.size() + " 件没有抽看："
                            + remaining.stream()
                                    .map(d -> d.registration().name())
                                    .collect(Collectors.joining("、"))
                            + "。请逐件打开审核并通过。");
        }
    }

    /** Takes the whole set back while its decisions wait. */
    int undo(UUID id, CurrentAccount me) {
        find(id, me);
        int undone = 0;
        for (Decision decision : decisions.waitingOfBulk(id)) {
            try {
                desk.undo(decision.application(), me);
                undone++;
            } catch (Problem late) {
                // It took effect in this moment; the answer says how many came back.
                continue;
            }
        }
        store.reopened(id);
        return undone;
    }
}

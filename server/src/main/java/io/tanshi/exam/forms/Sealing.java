package io.tanshi.exam.forms;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.exam.ExamError;
import io.tanshi.exam.FormSealed;
import io.tanshi.exam.FormStatus;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.Items;
import io.tanshi.itembank.PoolEntry;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the forms of a sitting through proposal and seal; two persons are needed. */
@Service
class Sealing {

    private final FormStore store;
    private final ContentDigest digest;
    private final Items items;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sealing(
            FormStore store,
            ContentDigest digest,
            Items items,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.digest = digest;
        this.items = items;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Hands every draft of the sitting to a second person. */
    @Transactional
    public void propose(SittingId sitting, Actor by) {
        List<FormDossier> drafts = requireAny(sitting, FormStatus.DRAFT, "没有待送封的试卷。请先组卷。");
        requireCurrent(drafts);
        FormDossier.Step step = FormDossier.Step.of(by, clock.instant());
        drafts.forEach(form -> keep(
                form, form.propose(digest.of(form.content()), step), new Act(FormVerb.PROPOSE, by, step.at(), null)));
    }

    /** Returns every proposed form to draft, so that it can be assembled anew. */
    @Transactional
    public void sendBack(SittingId sitting, String reason, Actor by) {
        List<FormDossier> proposed = requireAny(sitting, FormStatus.PROPOSED, "没有待确认封存的试卷。请刷新页面查看现状。");
        Instant now = clock.instant();
        proposed.forEach(form -> keep(form, form.sendBack(), new Act(FormVerb.SEND_BACK, by, now, reason)));
    }

    /** Seals every proposed form of the sitting; the person who proposed them cannot. */
    @Transactional
    public void seal(SittingId sitting, Actor by) {
        List<FormDossier> proposed = requireAny(sitting, FormStatus.PROPOSED, "没有待确认封存的试卷。请先由另一位管理员送封存。");
        if (proposed.stream().anyMatch(form -> !form.canBeSealedBy(by))) {
            throw Problem.of(ExamError.SECOND_PERSON_NEEDED, "这些试卷由你送封存，须由另一位管理员核对预览后确认。请通知另一位管理员登录本页。");
        }
        requireCurrent(proposed);
        FormDossier.Step step = FormDossier.Step.of(by, clock.instant());
        proposed.forEach(form -> seal(form, step, by));
    }

    private void seal(FormDossier form, FormDossier.Step step, Actor by) {
        String found = digest.of(form.content());
        if (!found.equals(form.digest())) {
            throw outdated("送封存之后试题内容有改动");
        }
        items.markUsed(form.content().items());
        keep(form, form.seal(found, step), new Act(FormVerb.SEAL, by, step.at(), null));
        FormDossier.Key key = form.key();
        events.publishEvent(new FormSealed(key.id(), key.sittingId(), key.level(), step.at()));
    }

    private record Act(
            FormVerb verb, Actor by, Instant at, @Nullable String reason) {}

    private void keep(FormDossier before, FormDossier after, Act act) {
        store.replace(after);
        store.note(
                after.key().id(),
                new FormStore.Change(
                        act.verb().name(), before.status(), after.status(), act.at(), act.by(), act.reason()));
        trail.record(act.by(), actionOf(act.verb()), "form", after.key().id(), details(after, act));
    }

    private static Map<String, Object> details(FormDossier form, Act act) {
        String reason = act.reason();
        String digest = form.digest();
        return Map.of(
                "level",
                form.key().level(),
                "variant",
                form.key().variant(),
                "digest",
                digest == null ? "" : digest,
                "reason",
                reason == null ? "" : reason);
    }

    private static String actionOf(FormVerb verb) {
        return switch (verb) {
            case ASSEMBLE -> "exam.form-assembled";
            case PROPOSE -> "exam.form-proposed";
            case SEND_BACK -> "exam.form-sent-back";
            case SEAL -> "exam.form-sealed";
        };
    }

    private List<FormDossier> requireAny(SittingId sitting, FormStatus status, String otherwise) {
        List<FormDossier> found = store.lock(sitting).stream()
                .filter(form -> form.status() == status)
                .toList();
        if (found.isEmpty()) {
            throw Problem.of(ExamError.NOTHING_TO_DO, otherwise);
        }
        return found;
    }

    private void requireCurrent(List<FormDossier> forms) {
        Set<ItemVersionId> usable = items.pool().stream().map(PoolEntry::id).collect(Collectors.toSet());
        String outdated = forms.stream()
                .flatMap(form -> form.content().entries())
                .filter(entry -> !usable.contains(entry.id()))
                .map(FormContent.Entry::code)
                .distinct()
                .sorted()
                .collect(Collectors.joining("、"));
        if (!outdated.isEmpty()) {
            throw outdated("试题 " + outdated + " 在组卷后被修订或停用");
        }
    }

    private static Problem outdated(String what) {
        return Problem.of(ExamError.FORM_OUTDATED, what + "。请退回后重新组卷，再送封存。");
    }
}

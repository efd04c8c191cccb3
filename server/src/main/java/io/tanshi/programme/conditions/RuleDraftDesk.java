package io.tanshi.programme.conditions;

import io.tanshi.audit.Actor;
import io.tanshi.audit.AuditTrail;
import io.tanshi.platform.Problem;
import io.tanshi.programme.ProgrammeError;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.SittingRules;
import io.tanshi.programme.edition.ShippedDocuments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts a new version of the conditions from an existing one and publishes it; what is published never changes. */
@Service
@Transactional
class RuleDraftDesk {

    private final ConditionsStore store;
    private final SittingRules rules;
    private final ShippedDocuments documents;
    private final AuditTrail trail;
    private final Clock clock;

    RuleDraftDesk(
            ConditionsStore store, SittingRules rules, ShippedDocuments documents, AuditTrail trail, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
    }

    void begin(String basedOn, String code, String title, Actor by) {
        RuleSet base = rules.find(basedOn).orElseThrow(() -> Problem.notFound("这一版条件"));
        RuleSet copy = new RuleSet(
                code,
                title,
                base.source(),
                base.otherMajorExclusive(),
                base.relatedMajors(),
                base.clauses(),
                base.notes());
        boolean added = !store.isPublished(code)
                && store.add(new ConditionsStore.Draft(copy, basedOn, 1, by.label(), clock.instant()));
        if (!added) {
            throw Problem.of(ProgrammeError.RULE_SET_CODE_TAKEN, "代号“" + code + "”已用于另一版条件。请换一个代号。")
                    .field("code", "已被使用");
        }
        record(by, "programme.rule-set-drafted", code, Map.of("basedOn", basedOn));
    }

    void save(RuleSet changed, int seenVersion, Actor by) {
        ConditionsStore.Draft before = draft(changed.code());
        requireSound(changed);
        boolean replaced = before.version() == seenVersion
                && store.replace(new ConditionsStore.Draft(
                        changed, before.basedOn(), seenVersion + 1, by.label(), clock.instant()));
        if (!replaced) {
            throw changedMeanwhile(before);
        }
        record(by, "programme.rule-set-draft-saved", changed.code(), Map.of("version", seenVersion + 1));
    }

    void discard(String code, int seenVersion, Actor by) {
        ConditionsStore.Draft draft = draft(code);
        if (!store.remove(code, seenVersion)) {
            throw changedMeanwhile(draft);
        }
        record(by, "programme.rule-set-draft-discarded", code, Map.of());
    }

    void publish(String code, int seenVersion, String reason, Actor by) {
        ConditionsStore.Draft draft = draft(code);
        requireSound(draft.rules());
        if (!store.remove(code, seenVersion)) {
            throw changedMeanwhile(draft);
        }
        String content = draft.rules().document();
        documents.install("rule-sets/" + code, content, sha256(content), by);
        store.add(new ConditionsStore.Publication(code, draft.basedOn(), reason, by.label(), clock.instant()));
        record(by, "programme.rule-set-published", code, Map.of("basedOn", draft.basedOn(), "reason", reason));
    }

    private ConditionsStore.Draft draft(String code) {
        return store.draft(code).orElseThrow(() -> Problem.notFound("这份草稿"));
    }

    private static void requireSound(RuleSet set) {
        List<String> faults = RuleSetFaults.of(set);
        if (!faults.isEmpty()) {
            throw Problem.of(ProgrammeError.RULE_SET_REFUSED, String.join("", faults));
        }
    }

    private static Problem changedMeanwhile(ConditionsStore.Draft draft) {
        return Problem.of(
                ProgrammeError.RULE_DRAFT_CHANGED,
                "这份草稿刚被 " + draft.changedBy() + " 改到第 " + draft.version() + " 稿，你的改动没有保存。请重新打开后再改。");
    }

    private void record(Actor by, String action, String code, Map<String, ?> details) {
        trail.record(by, action, "rule-set", code, details);
    }

    private static String sha256(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package io.tanshi.delivery.lockdown.seb;

import io.tanshi.audit.AuditTrail;
import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.lockdown.seb.SebSettings.Settings;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRuns;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.Problem;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The administrator's settings of the locked browser; its quit password for whoever stands in the room. */
@RestController
class SebSettingsController {

    private static final int MOST_KEYS = 50;
    private static final java.util.regex.Pattern KEY = java.util.regex.Pattern.compile("[a-f0-9]{64}");

    private final SebSettings settings;
    private final SebProofs proofs;
    private final Sittings sittings;
    private final SittingRuns runs;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    SebSettingsController(
            SebSettings settings,
            SebProofs proofs,
            Sittings sittings,
            SittingRuns runs,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.proofs = proofs;
        this.sittings = sittings;
        this.runs = runs;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** @param passwordChangeable until the sitting is opened: the password is part of the Config Key */
    record SebSettingsView(
            String configKey,
            List<String> browserExamKeys,
            String startUrl,
            String startLink,
            String fileUrl,
            boolean passwordChangeable) {}

    /**
     * @param browserExamKeys pasted: separated by white space, commas or semicolons
     * @param quitPassword empty to leave it as it is
     */
    record SebSettingsRequest(
            @NotNull @Size(max = 8_000, message = "最多 50 个") String browserExamKeys,

            @NotNull @Pattern(regexp = "|[A-Za-z0-9]{6,32}", message = "6 至 32 位字母或数字")
            String quitPassword) {

        @Override
        public String toString() {
            return "SebSettingsRequest[protected]";
        }
    }

    record QuitPasswordView(String password) {

        @Override
        public String toString() {
            return "QuitPasswordView[protected]";
        }
    }

    @GetMapping("/api/admin/exam/sittings/{id}/seb")
    @Requires(Role.ADMINISTRATOR)
    SebSettingsView sebSettings(@PathVariable UUID id) {
        return view(sitting(id));
    }

    @PutMapping("/api/admin/exam/sittings/{id}/seb")
    @Requires(Role.ADMINISTRATOR)
    SebSettingsView setSeb(@PathVariable UUID id, @Valid @RequestBody SebSettingsRequest body, CurrentAccount me) {
        SittingId sitting = sitting(id);
        List<SebKey> allowed = pasted(body.browserExamKeys());
        String password = body.quitPassword();
        if (!password.isEmpty() && !isPlanned(sitting)) {
            throw Problem.of(DeliveryError.NOT_IN_THIS_STATE, "已开放入场，退出口令不能再改：改了之后，已打开的考试浏览器都对不上校验值。");
        }
        String before = settings.of(sitting).quitPassword();
        settings.set(sitting, new Settings(password.isEmpty() ? before : password, allowed), me.actor());
        return view(sitting);
    }

    /** Shown on request, and on record: with it a candidate's machine is unlocked. */
    @PostMapping("/api/invigilator/sittings/{id}/quit-password")
    @Requires({Role.INVIGILATOR, Role.ADMINISTRATOR})
    ResponseEntity<QuitPasswordView> quitPassword(@PathVariable UUID id, CurrentAccount me) {
        SittingId sitting = sitting(id);
        String password = settings.of(sitting).quitPassword();
        transaction.executeWithoutResult(
                _ -> trail.record(me.actor(), "delivery.quit-password-shown", "sitting", sitting, Map.of()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new QuitPasswordView(password));
    }

    /** @throws Problem naming the first that is none */
    static List<SebKey> pasted(String text) {
        List<String> parts = Arrays.stream(text.split("[\\s,;，；]+"))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        parts.stream().filter(part -> !KEY.matcher(part).matches()).findFirst().ifPresent(bad -> {
            String words = "“%s”不是 Browser Exam Key：应为 64 位十六进制字符，实际 %d 位。"
                    .formatted(
                            bad.substring(0, Math.min(12, bad.length())) + (bad.length() > 12 ? "…" : ""),
                            bad.length());
            throw Problem.of(DeliveryError.EXAM_KEY_INVALID, words).field("browserExamKeys", words);
        });
        if (parts.size() > MOST_KEYS) {
            throw Problem.of(DeliveryError.EXAM_KEY_INVALID, "最多 50 个 Browser Exam Key，收到 " + parts.size() + " 个。")
                    .field("browserExamKeys", "最多 50 个");
        }
        return parts.stream().map(SebKey::new).toList();
    }

    private SebSettingsView view(SittingId sitting) {
        SebKeys keys = proofs.keysOf(sitting);
        return new SebSettingsView(
                keys.configKey().hex(),
                keys.browserExamKeys().stream().map(SebKey::hex).toList(),
                proofs.startUrl(),
                proofs.startLink(sitting),
                proofs.fileUrl(sitting),
                isPlanned(sitting));
    }

    private boolean isPlanned(SittingId sitting) {
        return runs.of(sitting).state() == RunState.PLANNED;
    }

    private SittingId sitting(UUID id) {
        return sittings.find(new SittingId(id))
                .orElseThrow(() -> Problem.notFound("这个考期"))
                .id();
    }
}

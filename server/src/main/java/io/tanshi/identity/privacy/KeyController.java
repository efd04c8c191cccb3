package io.tanshi.identity.privacy;

import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.Requires;
import io.tanshi.identity.session.Role;
import io.tanshi.platform.KeyRotation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The data keys: how old they are, and their rotation. */
@RestController
@RequestMapping("/api/admin/privacy/keys")
@Requires(Role.ADMINISTRATOR)
class KeyController {

    private final KeyRotation rotation;
    private final KeyOffice office;

    KeyController(KeyRotation rotation, KeyOffice office) {
        this.rotation = rotation;
        this.office = office;
    }

    /** What is encrypted of one kind, and how much of it still under an old key. */
    record SealedKind(String label, long total, long outdated) {}

    /** @param startedAt of the last rotation; absent when there was none */
    record KeyRotationView(
            @Nullable Instant startedAt,
            @Nullable Instant renewedAt,
            @Nullable Instant droppedAt,
            boolean running,
            int dataKeys,
            int oldVersions,
            List<SealedKind> kinds) {}

    record RotationRequest(
            @NotBlank(message = "请写明更换密钥的原因") @Size(max = 200, message = "原因最多 200 字")
            String reason) {}

    @GetMapping
    KeyRotationView keyRotation() {
        KeyRotation.Progress progress = rotation.progress();
        List<KeyRotation.Key> keys = rotation.keys();
        Map<String, SealedKind> kinds = new LinkedHashMap<>();
        rotation.places()
                .forEach(place -> kinds.merge(
                        place.label(),
                        new SealedKind(place.label(), place.total(), place.outdated()),
                        (a, b) -> new SealedKind(a.label(), a.total() + b.total(), a.outdated() + b.outdated())));
        return new KeyRotationView(
                progress.startedAt(),
                progress.renewedAt(),
                progress.droppedAt(),
                progress.running(),
                keys.size(),
                keys.stream().mapToInt(key -> key.versions() - 1).sum(),
                List.copyOf(kinds.values()));
    }

    @PostMapping("/rotation")
    KeyRotationView rotateKeys(@Valid @RequestBody RotationRequest body, CurrentAccount me) {
        office.begin(me.actor(), body.reason().strip());
        rotation.resume();
        return keyRotation();
    }
}

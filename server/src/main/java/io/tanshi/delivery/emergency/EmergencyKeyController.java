package io.tanshi.delivery.emergency;

import io.tanshi.delivery.runner.OwnSessions;
import io.tanshi.delivery.runner.SittingCandidate;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.programme.SittingId;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a screen needs beforehand to save a file when the server cannot be reached. */
@RestController
class EmergencyKeyController {

    private final EmergencyKeys keys;
    private final OwnSessions sessions;

    EmergencyKeyController(EmergencyKeys keys, OwnSessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    /** @param publicKey RSA-OAEP with SHA-256, SubjectPublicKeyInfo, base 64 */
    record EmergencyKeyView(UUID sittingId, String publicKey) {}

    @GetMapping("/api/exam/emergency-key")
    @PublicEndpoint("a signed sitting token is the credential; see SittingCandidates")
    ResponseEntity<EmergencyKeyView> key(SittingCandidate who) {
        SittingId sitting = sessions.of(who).sitting();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new EmergencyKeyView(sitting.value(), keys.publicKey(sitting)));
    }
}

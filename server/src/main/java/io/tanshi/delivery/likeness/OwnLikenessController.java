package io.tanshi.delivery.likeness;

import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.runner.OwnSessions;
import io.tanshi.delivery.runner.SittingCandidate;
import io.tanshi.identity.session.PublicEndpoint;
import io.tanshi.platform.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The picture that the exam app takes before the rules. */
@RestController
@PublicEndpoint("a signed sitting token is the credential; see SittingCandidates")
class OwnLikenessController {

    private final LikenessDesk desk;
    private final OwnSessions sessions;

    OwnLikenessController(LikenessDesk desk, OwnSessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    /** @param photo JPEG in base 64; absent when the camera was refused, or there is none */
    record LikenessRequest(
            @Nullable @Size(max = 400_000, message = "照片太大") String photo) {

        @Override
        public String toString() {
            return "LikenessRequest[protected]";
        }
    }

    @PostMapping("/api/exam/likeness")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(SittingCandidate who, @Valid @RequestBody LikenessRequest body) throws IOException {
        OwnSessions.Own own = sessions.of(who);
        if (own.over()) {
            throw Problem.of(DeliveryError.ALREADY_HANDED_IN, "已经交卷，不再需要照片。");
        }
        desk.take(own.attempt(), body.photo() == null ? null : decode(body.photo()));
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(DeliveryError.PHOTO_UNREADABLE, "照片没有完整传到。请重拍，或由监考员当面核对。");
        }
    }
}

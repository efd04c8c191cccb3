package io.tanshi.ownership;

import io.tanshi.fixtures.OpenedPaper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The handlers of the exam room: the token alone says whose attempt it is, and no request names another. */
final class ExamRoomClaims {

    private static final String MESSAGE = "请检查你的键盘是否正常。";

    static final Claims<Things> ALL = new Claims<Things>()
            .own("GET /api/exam/state", t -> t.people().ticket(t.people().owner))
            .own("GET /api/exam/paper", Things::sealedPaperOfOwner)
            .own("GET /api/exam/key", Things::keyOfOwner)
            .own("GET /api/exam/photo", t -> t.people().fingerprintOfThePhoto())
            .refused(422, "POST /api/exam/answers", Things::answer)
            .own("POST /api/exam/heartbeat", Things::heartbeatAfterAMessage, _ -> MESSAGE)
            .free("GET /api/exam/emergency-key", "the public key of the token's sitting")
            .free("GET /api/exam/lockdown", "how the token's own session is locked")
            .free(
                    "POST /api/exam/lockdown/links",
                    "a link for the token's own session; LockdownTest tries it with another")
            .free(
                    "POST /api/exam/lockdown/proof",
                    "opens the token's own session; LockdownTest gives it another's link")
            .free("POST /api/exam/lockdown/checks", "looks at the token's own session")
            .free("POST /api/exam/lockdown/evidence", "appends to the token's own session")
            .free(
                    "POST /api/exam/likeness",
                    "a picture for the token's own attempt; only staff see it, see LikenessTest")
            .free("POST /api/exam/hand-in", "ends the attempt of the token, see CandidateOwnershipTests");

    private ExamRoomClaims() {}

    /** Two candidates at their computers, with papers of different levels. */
    record Things(CandidateThings people, UUID attempt, Visitor owner, Visitor stranger) {

        /** A single-choice question that the other paper does not have. */
        UUID itemOfOwnerOnly() {
            Set<UUID> others = items(stranger).collect(Collectors.toSet());
            return items(owner)
                    .filter(item -> !others.contains(item))
                    .findFirst()
                    .orElseThrow();
        }

        String sealedPaperOfOwner() {
            return owner.good(Call.get("/api/exam/paper")).text();
        }

        String keyOfOwner() {
            return key(owner);
        }

        private static String key(Visitor candidate) {
            return candidate.good(Call.get("/api/exam/key")).json().path("key").asString();
        }

        private static Stream<UUID> items(Visitor candidate) {
            byte[] sealed = candidate.good(Call.get("/api/exam/paper")).body();
            JsonNode singleChoice = OpenedPaper.open(sealed, key(candidate)).at("/sections/0/items");
            return StreamSupport.stream(singleChoice.spliterator(), false)
                    .map(item -> UUID.fromString(item.path("id").asString()));
        }

        /** The right answer to that question, as the first entry of the owner's log. */
        Call answer() {
            UUID item = itemOfOwnerOnly();
            Set<String> choices = people.key(item);
            JsonNode news = owner.good(Call.get("/api/exam/state")).json().path("news");
            long given = Instant.parse(news.path("now").asString()).toEpochMilli();
            return Call.post("/api/exam/answers")
                    .json(Map.of(
                            "newsAfter",
                            0,
                            "entries",
                            List.of(Map.of(
                                    "clientSeq", 1,
                                    "itemId", item,
                                    "choices", choices,
                                    "clientTime", given,
                                    "hash", hash(news.path("hash").asString(), item, given, choices)))));
        }

        /** See {@code web/apps/exam/src/log/chain.ts}. */
        private static String hash(String before, UUID item, long given, Set<String> choices) {
            String entry = "1\n" + item + "\n" + given + "\nA\n" + String.join(",", choices) + "\n";
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(HexFormat.of().parseHex(before));
                return HexFormat.of().formatHex(digest.digest(entry.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        Call heartbeatAfterAMessage() {
            people.invigilator.good(Call.post("/api/invigilator/sittings/{id}/messages", people.sitting)
                    .json(Map.of("attemptIds", List.of(attempt), "text", MESSAGE)));
            return Call.post("/api/exam/heartbeat")
                    .json(Map.of("newsAfter", 0, "unsent", 0, "away", 0, "handRaised", false));
        }
    }
}

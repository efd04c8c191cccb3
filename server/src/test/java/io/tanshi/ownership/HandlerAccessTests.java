package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import io.tanshi.identity.StaffAccounts;
import io.tanshi.identity.people.Institutions;
import io.tanshi.identity.session.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks through every handler there is: is it described, who may call it, and is everybody else refused? */
@DemoApplication
final class HandlerAccessTests {

    /** Anyone may call these. A new one is added here on purpose, or not at all. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /api/session",
            "POST /api/session",
            "POST /api/activation",
            "GET /api/setup",
            "POST /api/setup",
            "GET /api/public/programme",
            "POST /api/exam/entry",
            "GET /api/public/seb/{id}/{secret}/exam.seb",
            "POST /api/exam/trial/entry",
            "GET /api/exam/trial/now",
            "POST /api/exam/trial/links",
            "POST /api/exam/trial/proof",
            "POST /api/exam/trial/results",
            "GET /verify",
            "POST /verify",
            "GET /v/{token}",
            "GET /verify/file",
            "POST /verify/file",
            "GET /verify/anchor.pem");

    /** Any account may call these. */
    private static final Set<String> FOR_EVERY_SESSION = Set.of(
            "GET /api/sittings",
            "DELETE /api/session",
            "GET /api/messages",
            "GET /api/messages/unread",
            "POST /api/messages/{id}/read",
            "POST /api/messages/read-all",
            "GET /api/messages/preferences",
            "PUT /api/messages/preferences",
            "PUT /api/messages/preferences/address");

    /** Pages of the server, which no client is generated for. */
    private static final Set<String> NOT_DESCRIBED =
            Set.of("GET /verify", "POST /verify", "GET /v/{token}", "GET /verify/file", "POST /verify/file");

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final Set<Role> OWNERS = Set.of(Role.INSTITUTION_MANAGER, Role.INSTITUTION_STAFF, Role.CANDIDATE);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Institutions institutions;

    @Test
    void everyHandlerStandsInTheDescriptionAndNothingElseDoes() throws Exception {
        JsonNode paths = JsonMapper.builder()
                .build()
                .readTree(Files.readString(Path.of("../web/packages/api-client/openapi.json")))
                .path("paths");
        Set<String> described = paths.propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(verb -> verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
        assertThat(names(handlers().stream().filter(h -> !NOT_DESCRIBED.contains(h.name()))))
                .containsExactlyInAnyOrderElementsOf(described);
        assertThat(names(handlers().stream())).containsAll(NOT_DESCRIBED);
    }

    @Test
    void whatAnyoneMayCallIsWrittenDownHere() {
        assertThat(names(handlers().stream().filter(Handler::isPublic).filter(h -> !h.isOfTheExamRoom())))
                .containsExactlyInAnyOrderElementsOf(PUBLIC);
        assertThat(names(handlers().stream().filter(Handler::isForEverySession)))
                .containsExactlyInAnyOrderElementsOf(FOR_EVERY_SESSION);
    }

    @Test
    void theAnonymousAreRefused() {
        Visitor anonymous = Visitor.anonymous(mvc);
        List<String> answered = new ArrayList<>();
        for (Handler handler : notPublic()) {
            Answer answer = anonymous.send(handler.anyCall());
            String expected = handler.isOfTheExamRoom() ? "delivery/token-invalid" : "platform/sign-in-required";
            if (answer.status() != 401 || !answer.problem().equals(expected)) {
                answered.add(handler + " → " + answer);
            }
        }
        assertThat(answered).isEmpty();
    }

    @Test
    void accountsWithoutTheRoleAreForbidden() {
        Map<Role, Visitor> visitors = new DemoPeople(mvc).ofEveryRole(accounts, institutions);
        List<String> answered = new ArrayList<>();
        int refused = 0;
        for (Handler handler : handlers()) {
            Set<Role> allowed = handler.roles();
            for (Role role : allowed.isEmpty() ? Set.<Role>of() : visitors.keySet()) {
                if (!allowed.contains(role)) {
                    Answer answer = Objects.requireNonNull(visitors.get(role)).send(handler.anyCall());
                    refused += isForbidden(answer) ? 1 : 0;
                    answered.addAll(isForbidden(answer) ? List.of() : List.of(role + ": " + handler + " → " + answer));
                }
            }
        }
        assertThat(answered).isEmpty();
        assertThat(refused).isGreaterThan(handlers().size());
    }

    /** The refusal of the guard; a missing token against forgery is answered with the same status. */
    private static boolean isForbidden(Answer answer) {
        return answer.status() == 403
                && answer.problem().equals("platform/forbidden")
                && answer.detail().contains("权限");
    }

    @Test
    void aRequestThatAnotherSiteForgesIsRefused() {
        Visitor admin = new DemoPeople(mvc).staff("admin");
        List<String> answered = new ArrayList<>();
        for (Handler handler : handlers()) {
            // The exam's requests carry a token instead of a cookie, and /verify changes nothing.
            boolean exempt =
                    handler.path().startsWith("/api/exam/") || handler.path().startsWith("/verify");
            if (!READS.contains(handler.verb()) && !exempt) {
                Answer answer = admin.sendForged(handler.anyCall());
                if (answer.status() != 403 || !answer.detail().contains("页面已过期")) {
                    answered.add(handler + " → " + answer);
                }
            }
        }
        assertThat(answered).isEmpty();
    }

    @Test
    void everyHandlerForOwnersIsClaimed() {
        Set<String> claimed = Stream.of(
                        InstitutionClaims.ALL.handlers(), CandidateClaims.ALL.handlers(), ExamRoomClaims.ALL.handlers())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Set<String> wanted = names(handlers().stream()
                .filter(h -> h.isOfTheExamRoom() || h.roles().stream().anyMatch(OWNERS::contains)));
        assertThat(wanted)
                .as("say in InstitutionClaims, CandidateClaims or ExamRoomClaims what a stranger meets at each handler")
                .containsExactlyInAnyOrderElementsOf(claimed);
    }

    private List<Handler> notPublic() {
        return handlers().stream()
                .filter(h -> !h.isPublic() || h.isOfTheExamRoom())
                .toList();
    }

    private List<Handler> handlers() {
        return Handler.all(mappings);
    }

    private static Set<String> names(Stream<Handler> handlers) {
        return handlers.map(Handler::name).collect(Collectors.toSet());
    }
}

package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A browser: keeps its cookies, and sends the token against forgery as our pages do. */
public final class Visitor {

    private static final String FORGERY_TOKEN = "XSRF-TOKEN";

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private @Nullable String sittingToken;

    private Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    public static Visitor anonymous(MockMvc mvc) {
        Visitor visitor = new Visitor(mvc);
        visitor.good(Call.get("/api/session"));
        return visitor;
    }

    public static Visitor signedIn(MockMvc mvc, String username, String password) {
        Visitor visitor = anonymous(mvc);
        visitor.good(Call.post("/api/session").json(Map.of("username", username, "password", password)));
        return visitor;
    }

    /** Somebody at a computer of the exam room: no session, only the token given out at the door. */
    static Visitor atTheExam(MockMvc mvc, String sittingToken) {
        Visitor visitor = new Visitor(mvc);
        visitor.sittingToken = sittingToken;
        return visitor;
    }

    /** Sends what must succeed. */
    public Answer good(Call call) {
        Answer answer = send(call);
        assertThat(answer.status()).as("%s: %s", call, answer).isBetween(200, 299);
        return answer;
    }

    public Answer send(Call call) {
        MockHttpServletRequestBuilder request = request(call);
        if (!cookies.isEmpty()) {
            request.header(
                    "X-" + FORGERY_TOKEN,
                    Objects.requireNonNull(cookies.get(FORGERY_TOKEN)).getValue());
        }
        return perform(request);
    }

    /** As a page of somebody else makes this browser send it: with the cookies, but without our pages' token. */
    Answer sendForged(Call call) {
        return perform(request(call));
    }

    private MockHttpServletRequestBuilder request(Call call) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(call.verb(), call.address());
        call.headers().forEach(request::header);
        if (call.type() != null) {
            request.contentType(call.type());
        }
        request.content(call.body()).header("Content-Length", call.body().length);
        if (sittingToken != null) {
            request.header("Authorization", "Sitting " + sittingToken);
        }
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        return request;
    }

    private static Map<String, String> headers(MockHttpServletResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.getHeaderNames().forEach(name -> headers.put(name, String.valueOf(response.getHeader(name))));
        return headers;
    }

    private Answer perform(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            for (Cookie cookie : response.getCookies()) {
                cookies.put(cookie.getName(), cookie);
            }
            return new Answer(
                    response.getStatus(),
                    Objects.requireNonNullElse(response.getContentType(), ""),
                    response.getContentAsByteArray(),
                    headers(response));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

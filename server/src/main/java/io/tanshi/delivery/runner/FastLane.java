package io.tanshi.delivery.runner;

import io.tanshi.kernel.Ids;
import io.tanshi.platform.PlatformError;
import io.tanshi.platform.Problem;
import io.tanshi.platform.ProblemDetails;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the exam hour's commonest requests before sessions, security filters and the dispatcher, which would take most
 * of the processor and find nothing to do: these requests carry no cookie, and their token is checked here. It opens
 * nothing: each of them has a handler that says who may call it and does the same work, for every other way to it.
 */
final class FastLane implements Filter {

    private static final Logger log = LoggerFactory.getLogger(FastLane.class);

    private final Map<String, Act> posts;
    private final Map<String, Act> gets;
    private final Entrance entrance;
    private final JsonMapper json;

    FastLane(ExamLane lane, Entrance entrance, JsonMapper json) {
        this.posts = Map.of("/api/exam/answers", lane::save, "/api/exam/heartbeat", lane::heartbeat);
        this.gets = Map.of("/api/exam/paper", lane::paper, "/api/exam/key", lane::key);
        this.entrance = entrance;
        this.json = json;
    }

    /** In front of everything. */
    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        FilterRegistrationBean<FastLane> fastLane(ExamLane lane, Entrance entrance, JsonMapper json) {
            FilterRegistrationBean<FastLane> place = new FilterRegistrationBean<>(new FastLane(lane, entrance, json));
            place.setUrlPatterns(
                    List.of("/api/exam/answers", "/api/exam/heartbeat", "/api/exam/paper", "/api/exam/key"));
            place.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return place;
        }
    }

    @FunctionalInterface
    private interface Act {
        void on(SittingCandidate who, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    @Override
    public void doFilter(ServletRequest plain, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        HttpServletResponse response = (HttpServletResponse) answer;
        Act act = act(request.getMethod(), request.getRequestURI());
        if (act == null) {
            chain.doFilter(plain, answer);
            return;
        }
        try {
            String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
            act.on(entrance.admit(authorization, request.getRequestURI()), request, response);
        } catch (Problem problem) {
            refuse(response, problem);
        } catch (RuntimeException e) {
            log.error("Unexpected failure", e);
            refuse(response, Problem.of(PlatformError.INTERNAL, "系统出了意外，这一步没有完成，已保存的内容没有变化。稍后会自动重试；若仍不行，请举手。"));
        }
    }

    private @Nullable Act act(String method, String path) {
        return switch (method) {
            case "POST" -> posts.get(path);
            case "GET" -> gets.get(path);
            default -> null;
        };
    }

    private void refuse(HttpServletResponse response, Problem problem) throws IOException {
        String id = Ids.next().toString();
        MDC.put("requestId", id);
        try {
            log.info("Refused: {}", problem.code().slug());
            ProblemDetail body = ProblemDetails.of(problem.code(), problem.detail(), problem.fields());
            response.setStatus(body.getStatus());
            response.setHeader("X-Request-Id", id);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(body));
        } finally {
            MDC.remove("requestId");
        }
    }
}

package io.tanshi.identity.login;

import io.tanshi.platform.PlatformError;
import io.tanshi.platform.ProblemDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a request without the token that our own pages send. */
class ForgedRequestAnswer implements AccessDeniedHandler {

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        ProblemDetail body = ProblemDetails.of(PlatformError.FORBIDDEN, "页面已过期。请刷新页面后重做这一步，已保存的内容没有变化。");
        response.setStatus(body.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(flat(body)).getBytes(StandardCharsets.UTF_8));
    }

    private static java.util.Map<String, Object> flat(ProblemDetail body) {
        java.util.Map<String, Object> fields = new java.util.LinkedHashMap<>();
        fields.put("type", String.valueOf(body.getType()));
        fields.put("title", String.valueOf(body.getTitle()));
        fields.put("status", body.getStatus());
        fields.put("detail", String.valueOf(body.getDetail()));
        if (body.getProperties() != null) {
            fields.putAll(body.getProperties());
        }
        return fields;
    }
}

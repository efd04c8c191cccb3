package io.tanshi.platform.web;

import io.tanshi.platform.PlatformError;
import io.tanshi.platform.ProblemDetails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the web server itself refuses, before any filter or handler, is answered in words as well: a file whose name
 * makes the headers too long is refused here.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new InWords()));
    }

    private static final class InWords extends ErrorReportValve {

        private static final Logger log = LoggerFactory.getLogger(UnreadableRequests.class);

        private final JsonMapper json = JsonMapper.builder().build();

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            boolean silent = response.getStatus() != HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.isError();
            if (silent) {
                return;
            }
            ProblemDetail body = ProblemDetails.of(
                    PlatformError.BAD_REQUEST, "请求的地址或标头过长（共 8 KB 以内）或写法不对，没有被读取。正在上传文件时，请把文件名改短后再传；否则请刷新页面重试。");
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream()
                        .write(json.writeValueAsString(said(body)).getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException e) {
                log.debug("The sender of an unreadable request left before the answer", e);
            }
        }

        private static Map<String, Object> said(ProblemDetail body) {
            return Map.of(
                    "type", String.valueOf(body.getType()),
                    "title", String.valueOf(body.getTitle()),
                    "status", body.getStatus(),
                    "detail", String.valueOf(body.getDetail()));
        }
    }
}

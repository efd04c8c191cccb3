package io.tanshi.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Reads what is left of an upload that was refused early, and throws it away: most browsers listen only when they have
 * sent everything, and show a broken connection instead of the reason when it is closed before.
 */
@Component
class RefusedUploadFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RefusedUploadFilter.class);
    private static final int FIRST_REFUSAL = 400;

    /** Twice what is ever taken; whoever sends more sees the connection break. */
    private static final long MOST = 1L << 30;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        return !type.startsWith("application/octet-stream")
                && !type.startsWith("application/offset+octet-stream")
                && !type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Answered only when all is read: between an early answer and its end some would wait for us, and we for them.
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() >= FIRST_REFUSAL && request.getContentLengthLong() <= MOST) {
            drain(request);
        }
        answer.copyBodyToResponse();
    }

    private static void drain(HttpServletRequest request) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream body = request.getInputStream();
            long left = MOST;
            for (int read = body.read(buffer); read >= 0 && left > 0; read = body.read(buffer)) {
                left -= read;
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("The sender left before the end of a refused upload", e);
        }
    }
}

package io.tanshi.certificate.lookup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns large uploads of the public away before the form is read, with a page instead of problem details. */
@Component
class UploadSizeFilter extends OncePerRequestFilter {

    /** The file and the lines around it in the form. */
    private static final long LARGEST = 5 * 1024 * 1024 + 16 * 1024;

    /** So much is read and thrown away, so that the browser shows the answer instead of a broken connection. */
    private static final long DRAINED = 40 * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getRequestURI().equals("/verify/file"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length >= 0 && length <= LARGEST) {
            chain.doFilter(request, response);
            return;
        }
        if (length <= DRAINED) {
            drain(request.getInputStream());
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/verify/file?problem=too-large");
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[65_536];
        long drained = 0;
        int read;
        while (drained < DRAINED && (read = body.read(buffer)) >= 0) {
            drained += read;
        }
    }
}

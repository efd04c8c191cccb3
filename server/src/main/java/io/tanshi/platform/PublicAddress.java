package io.tanshi.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the public reaches this installation ({@code TANSHI_PUBLIC_URL}). */
@Component
public class PublicAddress {

    private final String base;

    PublicAddress(@Value("${tanshi.certificate.public-url:http://localhost:8080}") String base) {
        // With a slash at the end every address would have two of them, and no hash over one would match.
        this.base = base.replaceAll("/+$", "");
    }

    /** Whether browsers grant what they keep for secure pages: https, or this very machine. */
    public boolean isSecure() {
        return base.startsWith("https://") || base.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/.*)?");
    }

    /** @param path with a slash at the front */
    public String of(String path) {
        return base + path;
    }
}

package io.tanshi.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the public reaches this installation ({@code TANSHI_PUBLIC_URL}). */
@Component
public class PublicAddress {

    private final String base;

    PublicAddress(@Value("${tanshi.certificate.public-url:http://localhost:8080}") String base) {
        this.base = base;
    }

    /** @param path with a slash at the front */
    public String of(String path) {
        return base + path;
    }
}

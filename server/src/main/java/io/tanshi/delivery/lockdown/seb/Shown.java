package io.tanshi.delivery.lockdown.seb;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a browser shows of its keys: on the page through JavaScript, with the request in headers. Empty texts where it
 * shows nothing.
 *
 * @param page address of the page, as the page itself says
 * @param request path and query of the request, as it arrived
 */
public record Shown(String page, OfKeys onPage, String request, OfKeys inHeaders) {

    /** Hashes with an address. */
    public record OfKeys(String configKey, String browserExamKey) {

        public static OfKeys of(@Nullable String configKey, @Nullable String browserExamKey) {
            return new OfKeys(configKey == null ? "" : configKey, browserExamKey == null ? "" : browserExamKey);
        }

        boolean isNothing() {
            return configKey.isEmpty() && browserExamKey.isEmpty();
        }
    }

    public static Shown of(String page, OfKeys onPage, HttpServletRequest request) {
        String query = request.getQueryString();
        return new Shown(
                page,
                onPage,
                request.getRequestURI() + (query == null ? "" : "?" + query),
                OfKeys.of(
                        request.getHeader("X-SafeExamBrowser-ConfigKeyHash"),
                        request.getHeader("X-SafeExamBrowser-RequestHash")));
    }

    public boolean hasHeaders() {
        return !inHeaders.isNothing();
    }
}

package io.tanshi.delivery.lockdown.seb;

import java.util.List;

/**
 * The keys that a sitting takes.
 *
 * @param browserExamKeys of the builds that are let in; with none, every build is
 */
record SebKeys(SebKey configKey, List<SebKey> browserExamKeys) {

    SebKeys {
        browserExamKeys = List.copyOf(browserExamKeys);
    }

    private boolean accept(String url, Shown.OfKeys shown) {
        boolean build = browserExamKeys.isEmpty()
                || browserExamKeys.stream().anyMatch(key -> key.isShownOn(url, shown.browserExamKey()));
        return configKey.isShownOn(url, shown.configKey()) && build;
    }

    /** See {@link SebProofs#judge}. */
    SebVerdict judge(Shown shown, List<String> pages, String requestUrl) {
        boolean onPage = !shown.onPage().isNothing();
        boolean inHeaders = shown.hasHeaders();
        if (!onPage && !inHeaders) {
            return SebVerdict.NOTHING_SHOWN;
        }
        boolean pageFits = !onPage || pages.stream().anyMatch(page -> accept(page, shown.onPage()));
        boolean headersFit = !inHeaders || accept(requestUrl, shown.inHeaders());
        if (pageFits && headersFit) {
            return SebVerdict.PROVEN;
        }
        boolean configuration = onPage
                ? pages.stream()
                        .anyMatch(
                                page -> configKey.isShownOn(page, shown.onPage().configKey()))
                : configKey.isShownOn(requestUrl, shown.inHeaders().configKey());
        return configuration ? SebVerdict.OTHER_BUILD : SebVerdict.OTHER_CONFIGURATION;
    }
}

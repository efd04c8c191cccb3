package io.tanshi.notification.template;

import io.tanshi.notification.Language;

/** A value for a placeholder in each language. */
public record Said(String zh, String en) {

    public static Said same(Object value) {
        return new Said(value.toString(), value.toString());
    }

    String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}

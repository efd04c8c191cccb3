package io.tanshi.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MailSettingsTest {

    @Test
    void anAddressOfAServerSaysEverything() {
        MailSettings.Server server =
                settings("smtp://post:ge%20heim@mail.example:2525", "").server().orElseThrow();
        assertThat(server).isEqualTo(new MailSettings.Server("mail.example", 2525, "post", "ge heim", true, false));
    }

    @Test
    void anEncryptedAddressNeedsNoStartTls() {
        MailSettings.Server server =
                settings("smtps://mail.example", "").server().orElseThrow();
        assertThat(server).isEqualTo(new MailSettings.Server("mail.example", 465, "", "", false, true));
    }

    @Test
    void withoutServerOrSenderTheChannelIsOff() {
        assertThat(settings("", "").isEnabled()).isFalse();
        assertThat(settings("", "mail.example").isEnabled()).isTrue();
        assertThat(new MailSettings("", "mail.example", 587, "", "", "", true, 60, "", false).isEnabled())
                .isFalse();
    }

    @Test
    void thePasswordIsNeverPrinted() {
        assertThat(settings("smtp://post:geheim@mail.example", "")).asString().doesNotContain("geheim");
        assertThat(settings("smtp://post:geheim@mail.example", "").server())
                .asString()
                .doesNotContain("geheim");
    }

    private static MailSettings settings(String url, String host) {
        return new MailSettings(url, host, 587, "", "", "no-reply@tanshi.example", true, 60, "", false);
    }
}

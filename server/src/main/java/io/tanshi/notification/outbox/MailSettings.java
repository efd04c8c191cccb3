package io.tanshi.notification.outbox;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server of an installation; without one the channel is off and nothing is queued for it.
 *
 * @param url instead of the single values: {@code smtp://user:password@host:587} or {@code smtps://…}
 * @param from the sender's address
 * @param startTls whether the line must be encrypted before anything is said
 * @param perMinute how many mails leave in a minute at most
 * @param publicUrl where the recipients' browsers reach this installation
 * @param background whether the outbox is emptied by itself; tests do it by hand
 */
@ConfigurationProperties("tanshi.mail")
public record MailSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("true") boolean startTls,
        @DefaultValue("60") int perMinute,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("true") boolean background) {

    /** @param implicitTls encrypted from the first byte */
    record Server(String host, int port, String user, String password, boolean startTls, boolean implicitTls) {
        @Override
        public String toString() {
            return "Server[" + host + ":" + port + "]";
        }
    }

    public boolean isEnabled() {
        return server().isPresent() && !from.isBlank();
    }

    Optional<Server> server() {
        if (!url.isBlank()) {
            return Optional.of(parsed(URI.create(url.strip())));
        }
        return host.isBlank()
                ? Optional.empty()
                : Optional.of(new Server(host.strip(), port, user, password, startTls, false));
    }

    private Server parsed(URI uri) {
        boolean smtps = "smtps".equals(uri.getScheme());
        String[] login = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
        int standard = smtps ? 465 : port;
        return new Server(
                uri.getHost(),
                uri.getPort() < 0 ? standard : uri.getPort(),
                login[0],
                login.length > 1 ? login[1] : "",
                startTls && !smtps,
                smtps);
    }

    @Override
    public String toString() {
        return "MailSettings[enabled=" + isEnabled() + ", from=" + from + "]";
    }
}

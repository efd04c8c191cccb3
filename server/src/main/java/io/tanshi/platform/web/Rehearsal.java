package io.tanshi.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * A start for the launcher's start-up cache: the first pages are asked for and the application stops again, so that the
 * cache holds all classes of a start and not only those of its first half. No bean, because the cache is made with just
 * the beans that are served.
 */
final class Rehearsal implements ApplicationListener<ApplicationReadyEvent> {

    private static final List<String> FIRST_QUESTIONS =
            List.of("/api/session", "/", "/console/", "/exam/", "/verify", "/api/public/programme", "/api/nothing");

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (!Boolean.getBoolean("tanshi.rehearsal")) {
            return;
        }
        ask((WebServerApplicationContext) ready.getApplicationContext());
        // Not on this thread: closing waits for the start to be over.
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(ready.getApplicationContext())));
    }

    private static void ask(WebServerApplicationContext application) {
        String address = "http://127.0.0.1:"
                + Objects.requireNonNull(application.getWebServer()).getPort();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (String question : FIRST_QUESTIONS) {
                browser.send(
                        HttpRequest.newBuilder(URI.create(address + question)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

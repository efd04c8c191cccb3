package io.tanshi.platform.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A start for the launcher's start-up cache: the first pages are asked for and the application stops again, so that the
 * cache holds all classes of a start and not only those of its first half.
 */
@Component
@ConditionalOnProperty("tanshi.rehearsal")
class Rehearsal {

    private static final List<String> FIRST_QUESTIONS =
            List.of("/api/session", "/", "/console/", "/exam/", "/verify", "/api/public/programme", "/api/nothing");

    @EventListener
    void run(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        WebServerApplicationContext context = (WebServerApplicationContext) ready.getApplicationContext();
        String address = "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (String question : FIRST_QUESTIONS) {
                browser.send(
                        HttpRequest.newBuilder(URI.create(address + question)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        // Not on this thread: closing waits for the start to be over.
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(ready.getApplicationContext())));
    }
}

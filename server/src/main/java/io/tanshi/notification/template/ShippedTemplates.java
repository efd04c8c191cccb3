package io.tanshi.notification.template;

import io.tanshi.notification.MessageKind;
import io.tanshi.platform.StartStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes in the words that come with the application, for kinds that have none yet. */
@Component
@Order(StartStep.NOTIFICATION)
class ShippedTemplates implements StartStep {

    private final Templates templates;
    private final JsonMapper json;
    private final Clock clock;

    ShippedTemplates(Templates templates, JsonMapper json, Clock clock) {
        this.templates = templates;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void run() {
        Set<MessageKind> missing = EnumSet.complementOf(templates.kinds());
        if (missing.isEmpty()) {
            return;
        }
        JsonNode shipped = read();
        for (MessageKind kind : missing) {
            JsonNode words = shipped.path(kind.name());
            templates.add(new Template(
                    kind, 1, words(words.path("zh")), words(words.path("en")), clock.instant(), "系统", "随安装带来"));
        }
    }

    private JsonNode read() {
        try (InputStream file = new ClassPathResource("notification/templates.json").getInputStream()) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Words words(JsonNode node) {
        return new Words(node.path("subject").stringValue(), node.path("body").stringValue());
    }
}

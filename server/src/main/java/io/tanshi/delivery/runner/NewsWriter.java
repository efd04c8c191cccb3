package io.tanshi.delivery.runner;

import io.tanshi.delivery.runner.ExamViews.ExamMessageView;
import io.tanshi.delivery.runner.ExamViews.ExamNewsView;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the news as the description of the API says, without asking each value for its type. */
final class NewsWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_LENGTH = 512;

    private NewsWriter() {}

    static byte[] write(ExamNewsView news) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("state", news.state().name());
            json.writeStringProperty("now", news.now().toString());
            json.writeStringProperty("bell", news.bell().toString());
            json.writeStringProperty("deadline", news.deadline().toString());
            json.writeStringProperty("handInFrom", news.handInFrom().toString());
            json.writeNumberProperty("extraMinutes", news.extraMinutes());
            json.writeNumberProperty("acknowledgedUpTo", news.acknowledgedUpTo());
            json.writeStringProperty("hash", news.hash());
            json.writeArrayPropertyStart("messages");
            news.messages().forEach(message -> write(json, message));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, ExamMessageView message) {
        json.writeStartObject();
        json.writeNumberProperty("position", message.position());
        json.writeStringProperty("at", message.at().toString());
        json.writeStringProperty("text", message.text());
        json.writeEndObject();
    }
}

package io.tanshi.delivery.runner;

import io.tanshi.delivery.DeliveryError;
import io.tanshi.delivery.Response;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.platform.PlatformError;
import io.tanshi.platform.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what screens send thousands of times a second, token by token: binding it by reflection and validating it by
 * annotations would cost more than everything else the server does for a save.
 */
final class SaveReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_FOUND = 20_000;
    private static final int MOST_CHOICES = 26;
    private static final int LONGEST_CHOICE = 8;
    private static final int HASH_DIGITS = 64;

    private SaveReader() {}

    /** @param newsAfter position of the last message the screen has shown */
    record Saves(List<LogEntry> entries, long newsAfter) {}

    /** What a screen says of itself. */
    record Beat(Presence.Report report, long newsAfter) {}

    /** @throws Problem when it is no such request; its entries are still to be checked */
    static Saves saves(byte[] body) {
        return read(body, json -> saves(json, MOST_ENTRIES));
    }

    /** The same of a file from a candidate's machine, which holds everything that was not sent. */
    static List<LogEntry> found(byte[] content) {
        return read(content, json -> saves(json, MOST_FOUND)).entries();
    }

    static Beat beat(byte[] body) {
        return read(body, SaveReader::beat);
    }

    private interface Reader<R> {
        R read(JsonParser json);
    }

    private static <R> R read(byte[] body, Reader<R> reader) {
        checkText(body);
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable();
            }
            return reader.read(json);
        } catch (JacksonException e) {
            throw unreadable();
        }
    }

    /** Most requests are of one byte a character; the others are decoded once to be sure. */
    private static void checkText(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                decode(body);
                return;
            }
        }
    }

    private static void decode(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw Problem.of(DeliveryError.NOT_UTF_8, "收到的内容不是 UTF-8 文字，没有保存。请刷新页面后重试；本机的作答没有丢失。");
        }
    }

    private static Saves saves(JsonParser json, int most) {
        List<LogEntry> entries = new ArrayList<>(2);
        long newsAfter = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "entries" -> entries(json, entries, most);
                case "newsAfter" -> newsAfter = count(json, name, Long.MAX_VALUE);
                default -> json.skipChildren();
            }
        }
        if (entries.isEmpty()) {
            throw invalid("entries", "至少一条作答");
        }
        return new Saves(entries, newsAfter);
    }

    private static Beat beat(JsonParser json) {
        long newsAfter = 0;
        int unsent = 0;
        int away = 0;
        boolean handRaised = false;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "newsAfter" -> newsAfter = count(json, name, Long.MAX_VALUE);
                case "unsent" -> unsent = (int) count(json, name, 1_000_000);
                case "away" -> away = (int) count(json, name, 1_000_000);
                case "handRaised" -> handRaised = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new Beat(new Presence.Report(unsent, away, handRaised), newsAfter);
    }

    private static void entries(JsonParser json, List<LogEntry> entries, int most) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw unreadable();
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            if (entries.size() == most) {
                throw invalid("entries", "一次最多 " + most + " 条");
            }
            entries.add(new Entry().read(json));
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw unreadable();
        }
    }

    /** One entry while it is read. */
    private static final class Entry {
        private long seq;
        private @Nullable UUID item;
        private @Nullable List<String> choices;
        private @Nullable String text;
        private @Nullable Boolean flagged;
        private @Nullable Long given;
        private byte @Nullable [] hash;

        LogEntry read(JsonParser json) {
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (json.nextToken() != JsonToken.VALUE_NULL) {
                    take(name, json);
                }
            }
            return entry();
        }

        private void take(String name, JsonParser json) {
            switch (name) {
                case "clientSeq" -> seq = json.getLongValue();
                case "itemId" -> item = uuid(json.getString());
                case "choices" -> choices = choices(json);
                case "text" -> text = string(json);
                case "flagged" -> flagged = json.getBooleanValue();
                case "clientTime" -> given = json.getLongValue();
                case "hash" -> hash = hash(json.getString());
                default -> json.skipChildren();
            }
        }

        private LogEntry entry() {
            if (seq < 1) {
                throw invalid("clientSeq", "从 1 起的序号");
            }
            if (item == null || hash == null || given == null) {
                throw invalid("entries", "每条须有 itemId、clientTime 与 hash");
            }
            Response response = choices == null && text == null
                    ? null
                    : new Response(
                            Objects.requireNonNullElse(choices, List.of()), Objects.requireNonNullElse(text, ""));
            return new LogEntry(seq, new ItemVersionId(item), response, flagged, given, hash);
        }
    }

    private static List<String> choices(JsonParser json) {
        List<String> choices = new ArrayList<>(2);
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw unreadable();
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String choice = string(json);
            if (choices.size() == MOST_CHOICES || choice.length() > LONGEST_CHOICE) {
                throw invalid("choices", "最多 " + MOST_CHOICES + " 项，每项最多 " + LONGEST_CHOICE + " 个字符");
            }
            choices.add(choice);
        }
        return choices;
    }

    private static String string(JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw unreadable();
        }
        return json.getString();
    }

    private static long count(JsonParser json, String name, long most) {
        long value = json.getLongValue();
        if (value < 0 || value > most) {
            throw invalid(name, "0 至 " + most);
        }
        return value;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw invalid("itemId", "试题编号");
        }
    }

    private static byte[] hash(String digits) {
        if (digits.length() != HASH_DIGITS) {
            throw notAHash();
        }
        byte[] hash = new byte[HASH_DIGITS / 2];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (digit(digits.charAt(2 * i)) << 4 | digit(digits.charAt(2 * i + 1)));
        }
        return hash;
    }

    /** In lower case only: one hash has one way to be written. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + 10;
        }
        throw notAHash();
    }

    private static Problem notAHash() {
        return invalid("hash", HASH_DIGITS + " 位十六进制数");
    }

    private static Problem unreadable() {
        return Problem.of(PlatformError.BAD_REQUEST, "请求内容不是应有的 JSON 格式。请刷新页面后重试。");
    }

    private static Problem invalid(String field, String expected) {
        return Problem.of(PlatformError.INVALID, "有 1 处填写有误，请按各处提示改正后重新提交。").field(field, "应为：" + expected);
    }
}

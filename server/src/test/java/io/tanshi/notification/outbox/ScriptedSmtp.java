package io.tanshi.notification.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server that misbehaves as told; GreenMail is too well-bred for that. */
final class ScriptedSmtp implements AutoCloseable {

    /** Where it does what. */
    enum Temper {
        TAKES,
        RECIPIENT_LATER,
        RECIPIENT_NEVER,
        TEXT_LATER,
        TEXT_NEVER,
        DIES_AT_SENDER,
        DIES_AFTER_TEXT
    }

    private final ServerSocket socket;
    private final Temper temper;
    private final AtomicInteger texts = new AtomicInteger();

    ScriptedSmtp(Temper temper) {
        this.temper = temper;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many texts have come in to their final dot. */
    int texts() {
        return texts.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                converse(line);
            } catch (IOException e) {
                // Closed, by the test or by the temper.
            }
        }
    }

    private void converse(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = line.getOutputStream();
        say(out, "220 scripted");
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            String verb = command.substring(0, Math.min(4, command.length()));
            String reply = verb.equals("DATA") ? text(in, out) : reply(verb);
            if (reply == null) {
                return;
            }
            say(out, reply);
        }
    }

    private @Nullable String reply(String verb) {
        return switch (verb) {
            case "MAIL" -> temper == Temper.DIES_AT_SENDER ? null : "250 ok";
            case "RCPT" ->
                switch (temper) {
                    case RECIPIENT_LATER -> "451 greylisted, try later";
                    case RECIPIENT_NEVER -> "550 no such mailbox";
                    default -> "250 ok";
                };
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private @Nullable String text(BufferedReader in, OutputStream out) throws IOException {
        say(out, "354 go on");
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        texts.incrementAndGet();
        return switch (temper) {
            case TEXT_LATER -> "452 disk full";
            case TEXT_NEVER -> "554 refused";
            case DIES_AFTER_TEXT -> null;
            default -> "250 taken";
        };
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.tanshi.platform.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The two streams of a command in UTF-8, whatever the locale: results are data.
 *
 * @param out results only
 * @param err progress, errors and usage
 */
public record Console(PrintStream out, PrintStream err) {

    /** The streams of this process. */
    public static Console system() {
        return new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Prints a line and lets it be seen. */
    public void progress(String line) {
        err.println(line);
        err.flush();
    }
}

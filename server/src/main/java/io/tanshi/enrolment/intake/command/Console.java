package io.tanshi.enrolment.intake.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The two streams of a command in UTF-8, whatever the locale: results are data.
 *
 * @param out results only
 * @param err progress and usage
 */
record Console(PrintStream out, PrintStream err) {

    static Console system() {
        return new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Prints a line and lets it be seen. */
    void progress(String line) {
        err.println(line);
        err.flush();
    }
}

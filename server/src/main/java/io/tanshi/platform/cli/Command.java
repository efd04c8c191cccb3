package io.tanshi.platform.cli;

import java.util.List;

/** A command of {@code ./tanshi} that needs no running server; found through {@link java.util.ServiceLoader}. */
public interface Command {

    /** The word after {@code ./tanshi}, for example {@code check-batch}. */
    String name();

    /**
     * Runs the command. Results go to standard output, progress and errors to standard error.
     *
     * @return the exit status of the process
     */
    int run(List<String> arguments);
}

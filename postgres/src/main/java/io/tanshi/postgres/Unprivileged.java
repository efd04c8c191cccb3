package io.tanshi.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How to run a program without the rights of root, because PostgreSQL refuses to run as root.
 *
 * @param prefix the command line to put before the program; empty when this process is not root
 * @param owner numeric user and group that must own the files, or 0 when ownership stays as it is
 */
record Unprivileged(List<String> prefix, int owner) {

    private static final int FALLBACK_UID = 65534;

    static Unprivileged forThisProcess(Path home) throws IOException {
        if (!isRoot(home)) {
            return new Unprivileged(List.of(), 0);
        }
        // In a user namespace root's own files stay readable while the program sees itself as nobody.
        if (works(List.of("unshare", "-U", "true"))) {
            return new Unprivileged(List.of("unshare", "-U"), 0);
        }
        String id = Integer.toString(FALLBACK_UID);
        return new Unprivileged(List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups"), FALLBACK_UID);
    }

    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Hands {@code tree} to the unprivileged user when the chosen way needs it. */
    void own(Path tree) throws IOException {
        if (owner == 0) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", owner);
                Files.setAttribute(path, "unix:gid", owner);
            }
        }
    }

    private static boolean isRoot(Path home) throws IOException {
        Path probe = Files.createTempFile(home, "owner", ".probe");
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

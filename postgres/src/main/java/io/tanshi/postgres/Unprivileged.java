package io.tanshi.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to run a program without the rights of root, because PostgreSQL refuses to run as root.
 *
 * @param prefix the command line to put before the program; empty when this process is not root
 * @param owner numeric user and group that must own the files, or null when ownership stays as it is
 */
record Unprivileged(List<String> prefix, @Nullable Integer owner) {

    static final int FALLBACK_UID = 65534;

    private static final int ROOT = 0;

    static Unprivileged forThisProcess(Path home) throws IOException {
        if (!isRoot(home)) {
            return new Unprivileged(List.of(), null);
        }
        // In a user namespace root's own files stay readable while the program sees itself as nobody.
        if (works(List.of("unshare", "-U", "true"))) {
            return new Unprivileged(List.of("unshare", "-U"), ROOT);
        }
        return asNobody();
    }

    /** Root's way where user namespaces are closed: another user, who must own the files. */
    static Unprivileged asNobody() {
        String id = Integer.toString(FALLBACK_UID);
        return new Unprivileged(List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups"), FALLBACK_UID);
    }

    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Hands {@code tree} to the user that the chosen way needs, unless it is that user's. */
    void own(Path tree) throws IOException {
        if (owner == null || owner.equals(Files.getAttribute(tree, "unix:uid"))) {
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
            return Integer.valueOf(ROOT).equals(Files.getAttribute(probe, "unix:uid"));
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

package io.tanshi.enrolment.intake.archive;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells files of the institution from what operating systems leave behind and from paths that want out. */
final class EntryPaths {

    private static final Set<String> JUNK_NAMES =
            Set.of("thumbs.db", "ehthumbs.db", ".ds_store", "desktop.ini", "icon\r", ".localized");
    private static final Set<String> JUNK_FOLDERS =
            Set.of("__macosx", ".git", ".svn", "$recycle.bin", ".spotlight-v100", ".trashes");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    /** Beyond what any file system keeps; the patterns for names are not made for more. */
    private static final int LONGEST = 1_000;

    private EntryPaths() {}

    /** Slashes only, as some Windows tools write backslashes. */
    static String normalise(String name) {
        return name.replace('\\', '/');
    }

    static boolean isUnsafe(String path) {
        return path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || List.of(path.split("/")).contains("..");
    }

    static boolean isMisnamed(String path) {
        return path.length() > LONGEST || CONTROL.matcher(path).find();
    }

    static boolean isJunk(String path) {
        String[] parts = path.toLowerCase(Locale.ROOT).split("/");
        for (String part : parts) {
            if (JUNK_FOLDERS.contains(part)) {
                return true;
            }
        }
        String name = parts.length == 0 ? "" : parts[parts.length - 1];
        return JUNK_NAMES.contains(name) || name.startsWith("._") || name.startsWith("~$") || name.endsWith(".lnk");
    }
}

package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Sorts files by their names and folders, whatever the layout: the nearest name decides. */
final class FileRoles {

    private static final Pattern PHOTO_FILE = Pattern.compile("照片|证件照|一寸|寸照|免冠|头像|蓝底");
    private static final Pattern PHOTO_FOLDER =
            Pattern.compile("(学员|考生|电子|证件|一寸|蓝底|报名)*(照片|寸照|证件照|头像)\\s*[+＋]?\\s*([0-9０-９]*)\\s*[人张份]?");
    private static final Pattern COUNT = Pattern.compile("[0-9]+");
    private static final Set<String> IMAGES =
            Set.of("jpg", "jpeg", "jfif", "jpe", "png", "bmp", "gif", "webp", "heic", "tif", "tiff");

    private FileRoles() {}

    static FileRole of(PackageEntry entry) {
        String[] parts = entry.path().split("/");
        String leaf = withoutEnding(parts[parts.length - 1]);
        PersonTag person = person(parts, leaf);
        Set<Material> named = Material.namedIn(leaf);
        if (!named.isEmpty()) {
            return new FileRole.Paper(entry, person, named);
        }
        boolean image = isImage(entry);
        if (namesPhoto(leaf) && image) {
            return new FileRole.Photo(entry, person, inPhotoFolder(parts));
        }
        for (int i = parts.length - 2; i >= 0; i--) {
            if (PHOTO_FOLDER.matcher(parts[i]).matches()) {
                return image ? new FileRole.Photo(entry, person, true) : new FileRole.Unknown(entry);
            }
            Set<Material> kept = Material.keptIn(parts[i]);
            if (!kept.isEmpty()) {
                return new FileRole.Paper(entry, person, kept);
            }
        }
        return image && !PersonTag.of(leaf).isNobody()
                ? new FileRole.Photo(entry, person, false)
                : new FileRole.Unknown(entry);
    }

    static boolean namesPhoto(String name) {
        return PHOTO_FILE.matcher(name).find();
    }

    /** The number of people that the folder of a photo declares, with the folder's path. */
    static Optional<DeclaredHeads> declaredHeads(PackageEntry entry) {
        String[] parts = entry.path().split("/");
        return IntStream.iterate(parts.length - 2, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> DeclaredHeads.of(parts, i))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * A photo folder that says how many it holds.
     *
     * @param folder its whole path
     */
    record DeclaredHeads(String folder, int heads) {

        private static Optional<DeclaredHeads> of(String[] parts, int index) {
            Matcher folder = PHOTO_FOLDER.matcher(parts[index]);
            if (!folder.matches() || folder.group(3).isEmpty()) {
                return Optional.empty();
            }
            String digits = Normalizer.normalize(folder.group(3), Normalizer.Form.NFKC);
            if (!COUNT.matcher(digits).matches() || digits.length() > 6) {
                return Optional.empty();
            }
            String path = String.join("/", Arrays.copyOf(parts, index + 1));
            return Optional.of(new DeclaredHeads(path, Integer.parseInt(digits)));
        }
    }

    /** Whether a file that says nothing of itself may yet be somebody's photo or paper. */
    static boolean mayBePaper(PackageEntry entry) {
        return isImage(entry) || entry.fileName().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static boolean inPhotoFolder(String[] parts) {
        return IntStream.range(0, parts.length - 1)
                .anyMatch(i -> PHOTO_FOLDER.matcher(parts[i]).matches());
    }

    /** The nearest name that says both who and which number, or else the nearest that says anything. */
    private static PersonTag person(String[] parts, String leaf) {
        PersonTag nearest = PersonTag.of(leaf);
        for (int i = parts.length - 2; i >= 0 && nearest.number().isEmpty(); i--) {
            PersonTag folder = PersonTag.of(parts[i]);
            if (!folder.number().isEmpty()) {
                return folder;
            }
        }
        if (nearest.isNobody() && parts.length > 1) {
            return PersonTag.of(parts[parts.length - 2]);
        }
        return nearest;
    }

    private static boolean isImage(PackageEntry entry) {
        String name = entry.fileName();
        int dot = name.lastIndexOf('.');
        return dot >= 0 && IMAGES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds each row's photo and papers: by document number first, then by name. */
final class FileMatcher {

    private final Map<String, List<FileRole.Photo>> photosByNumber = new HashMap<>();
    private final Map<String, List<FileRole.Photo>> photosByName = new HashMap<>();
    private final Map<String, List<FileRole.Paper>> papersByNumber = new HashMap<>();
    private final Map<String, List<FileRole.Paper>> papersByName = new HashMap<>();
    private final Map<Applicant, Integer> order = new HashMap<>();
    private final Map<String, List<Applicant>> rowsByNumber = new HashMap<>();
    private final Map<String, Integer> rowsByName = new HashMap<>();
    private final Set<PackageEntry> used = new HashSet<>();
    private final Set<PackageEntry> given = new HashSet<>();
    private final Map<PackageEntry, LooseEntry> doubtful = new LinkedHashMap<>();

    FileMatcher(List<Applicant> applicants, List<FileRole> files) {
        for (Applicant applicant : applicants) {
            order.put(applicant, order.size() + 1);
            rowsByNumber
                    .computeIfAbsent(applicant.documentNumber(), _ -> new ArrayList<>())
                    .add(applicant);
            rowsByName.merge(key(applicant), 1, Integer::sum);
        }
        for (FileRole file : files) {
            switch (file) {
                case FileRole.Photo photo -> index(photo, photosByNumber, photosByName);
                case FileRole.Paper paper -> index(paper, papersByNumber, papersByName);
                case FileRole.Unknown _ -> {}
            }
        }
        photosByNumber.values().forEach(photos -> photos.sort(Comparator.comparing(photo -> !photo.inPhotoFolder())));
    }

    /**
     * The photo of a row.
     *
     * @param numberIsValid whether the row's own number can be trusted; if not, the name alone decides
     */
    PhotoMatch photo(Applicant applicant, boolean numberIsValid) {
        List<FileRole.Photo> sameNumber = photosByNumber.getOrDefault(applicant.documentNumber(), List.of());
        Optional<FileRole.Photo> exact = sameNumber.stream()
                .filter(photo -> isSamePerson(photo.person(), applicant))
                .findFirst();
        if (exact.isPresent()) {
            sameNumber.stream()
                    .filter(photo -> isSamePerson(photo.person(), applicant))
                    .forEach(photo -> used.add(photo.entry()));
            return found(exact.get());
        }
        if (!sameNumber.isEmpty()) {
            doubt(sameNumber.getFirst(), LooseEntry.Reason.NAME_DIFFERS, applicant);
            return new PhotoMatch.WrongName(use(sameNumber.getFirst()));
        }
        return photoByName(applicant, numberIsValid);
    }

    /** The papers of a row. */
    Map<Material, PackageEntry> papers(Applicant applicant) {
        Map<Material, PackageEntry> papers = new EnumMap<>(Material.class);
        for (FileRole.Paper paper : papersByNumber.getOrDefault(applicant.documentNumber(), List.of())) {
            used.add(paper.entry());
            paper.kinds().forEach(kind -> papers.merge(kind, paper.entry(), FileMatcher::larger));
        }
        for (FileRole.Paper paper : papersByName.getOrDefault(key(applicant), List.of())) {
            String number = paper.person().number();
            if (number.isEmpty() ? isOnlyOneOfName(applicant) : !rowsByNumber.containsKey(number)) {
                used.add(paper.entry());
                paper.kinds().forEach(kind -> papers.putIfAbsent(kind, paper.entry()));
            }
        }
        return papers;
    }

    /** Photos that no row claimed; to be asked after every row was matched. */
    List<FileRole.Photo> orphans(List<FileRole> files) {
        List<FileRole.Photo> orphans = new ArrayList<>();
        for (FileRole file : files) {
            if (file instanceof FileRole.Photo photo && !used.contains(photo.entry())) {
                orphans.add(photo);
            }
        }
        return orphans;
    }

    /** Every file that was given to nobody, the doubtful ones first; to be asked after every row was matched. */
    List<LooseEntry> loose(List<FileRole> files) {
        List<LooseEntry> loose = doubtful.values().stream()
                .filter(entry -> !given.contains(entry.entry()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (FileRole file : files) {
            if (!used.contains(file.entry())) {
                switch (file) {
                    case FileRole.Photo photo -> loose.add(unclaimed(photo, true, null));
                    case FileRole.Paper paper ->
                        loose.add(
                                unclaimed(paper, false, paper.kinds().iterator().next()));
                    case FileRole.Unknown unknown -> {
                        if (FileRoles.mayBePaper(unknown.entry())) {
                            loose.add(new LooseEntry(unknown.entry(), LooseEntry.Reason.UNKNOWN, false, null, null));
                        }
                    }
                }
            }
        }
        return loose;
    }

    private static LooseEntry unclaimed(FileRole file, boolean photo, @Nullable Material material) {
        return new LooseEntry(file.entry(), LooseEntry.Reason.NO_ROW, photo, material, null);
    }

    private void doubt(FileRole.Photo photo, LooseEntry.Reason reason, Applicant applicant) {
        doubtful.putIfAbsent(photo.entry(), new LooseEntry(photo.entry(), reason, true, null, order.get(applicant)));
    }

    /** A photo that is doubtful for one row may turn out to be another's. */
    private PhotoMatch found(FileRole.Photo photo) {
        given.add(photo.entry());
        return new PhotoMatch.Found(use(photo));
    }

    private PhotoMatch photoByName(Applicant applicant, boolean numberIsValid) {
        List<FileRole.Photo> candidates = photosByName.getOrDefault(key(applicant), List.of()).stream()
                .filter(photo -> mayBeOf(photo.person(), applicant))
                .toList();
        if (candidates.isEmpty()) {
            return new PhotoMatch.Missing();
        }
        FileRole.Photo photo = use(candidates.getFirst());
        boolean nameDecides = photo.person().number().isEmpty() || !numberIsValid;
        if (!nameDecides) {
            doubt(photo, LooseEntry.Reason.NUMBER_DIFFERS, applicant);
            return new PhotoMatch.WrongNumber(photo);
        }
        return found(photo);
    }

    /** A photo with this row's name but another number: that number's row may own it, or the name may be ambiguous. */
    private boolean mayBeOf(PersonTag tag, Applicant applicant) {
        if (tag.number().isEmpty()) {
            return isOnlyOneOfName(applicant);
        }
        return rowsByNumber.getOrDefault(tag.number(), List.of()).stream().noneMatch(row -> isSamePerson(tag, row));
    }

    private boolean isOnlyOneOfName(Applicant applicant) {
        return rowsByName.getOrDefault(key(applicant), 0) == 1;
    }

    private FileRole.Photo use(FileRole.Photo photo) {
        used.add(photo.entry());
        return photo;
    }

    private static boolean isSamePerson(PersonTag tag, Applicant applicant) {
        return tag.name().isEmpty()
                || applicant.name().isEmpty()
                || tag.nameKey().equals(key(applicant));
    }

    private static String key(Applicant applicant) {
        return PersonTag.key(applicant.name());
    }

    private static PackageEntry larger(PackageEntry first, PackageEntry second) {
        return first.size() >= second.size() ? first : second;
    }

    private static <F extends FileRole> void index(F file, Map<String, List<F>> byNumber, Map<String, List<F>> byName) {
        if (!file.person().number().isEmpty()) {
            byNumber.computeIfAbsent(file.person().number(), _ -> new ArrayList<>())
                    .add(file);
        }
        if (!file.person().name().isEmpty()) {
            byName.computeIfAbsent(file.person().nameKey(), _ -> new ArrayList<>())
                    .add(file);
        }
    }
}

package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.Shown;
import io.tanshi.enrolment.intake.form.FormRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Photos and papers that come without a form, for people whose rows are known already. */
public final class Supplement {

    private static final int MOST_NOTICES = 50;

    private final List<Applicant> applicants;
    private final List<FileRole> files;
    private final FileMatcher matcher;
    private final IdentityChecks identity;

    /** @param asOf the day that ages are counted to */
    public Supplement(List<FormRow> rows, PackageReader reader, LocalDate asOf) {
        applicants = rows.stream().map(Applicant::new).toList();
        files = reader.entries().stream().map(FileRoles::of).toList();
        matcher = new FileMatcher(applicants, files);
        identity = new IdentityChecks(asOf);
    }

    /** What there is for each of the rows, in their order; a photo of whom it is not certain is nobody's. */
    public List<MatchedFiles> matches() {
        List<MatchedFiles> matches = new ArrayList<>();
        for (Applicant applicant : applicants) {
            boolean valid = identity.check(applicant, new Findings(0)).isPresent();
            matches.add(new MatchedFiles(photo(matcher.photo(applicant, valid)), filled(matcher.papers(applicant))));
        }
        return matches;
    }

    private static @Nullable PackageEntry photo(PhotoMatch match) {
        return match instanceof PhotoMatch.Found(FileRole.Photo photo) ? photo.entry() : null;
    }

    private static Map<Material, PackageEntry> filled(Map<Material, PackageEntry> papers) {
        papers.values().removeIf(entry -> entry.size() == 0);
        return papers;
    }

    /** What is to be said of the files that nobody lacked. */
    public List<Notice> unused(Collection<PackageEntry> used) {
        Set<PackageEntry> taken = Set.copyOf(used);
        List<PackageEntry> left = files.stream()
                .map(FileRole::entry)
                .filter(entry -> !taken.contains(entry))
                .toList();
        List<Notice> notices = new ArrayList<>(left.stream()
                .limit(MOST_NOTICES)
                .map(entry -> new Notice(
                        null,
                        "supplement-unused",
                        "补充的“" + Shown.text(entry.path()) + "”没有用上：对不到本批次的学员，或该学员已有合格的这份材料。"))
                .toList());
        if (left.size() > MOST_NOTICES) {
            notices.add(new Notice(null, "supplement-unused", "另有 " + (left.size() - MOST_NOTICES) + " 个同类文件，不再逐一列出。"));
        }
        return notices;
    }
}

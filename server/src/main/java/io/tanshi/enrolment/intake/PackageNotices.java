package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be said of the package as a whole: head count, photos of nobody, junk, unsafe paths. */
final class PackageNotices {

    private static final int EACH = 50;

    private final PackageReader reader;
    private final List<FileRole> files;
    private final List<Notice> notices = new ArrayList<>();

    PackageNotices(PackageReader reader, List<FileRole> files) {
        this.reader = reader;
        this.files = files;
    }

    BatchSummary summary(int rows, int accepted, FileMatcher matcher) {
        List<FileRole.Photo> orphans = matcher.orphans(files);
        Integer declared = declared();
        int found =
                (int) files.stream().filter(FileRole.Photo.class::isInstance).count();
        if (declared != null && declared != found) {
            notices.add(new Notice(null, "head-count", "照片文件夹名写明 " + declared + " 人，实有照片 " + found + " 张。"));
        }
        each("orphan-photo", orphans.stream().map(photo -> photo.entry().path()).toList(), "照片“%s”在申报表中找不到对应的学员。");
        each("unsafe-entry", reader.unsafe(), "“%s”的路径指向压缩包之外，已忽略。");
        each("unsafe-entry", reader.misnamed(), "“%s”的文件名含有控制字符或超过 1000 个字，已忽略。请改名后重新打包。");
        each("junk-entry", reader.junk(), "“%s”是操作系统留下的文件或重复的文件，已忽略。");
        each("junk-entry", unknown(false), "“%s”不是申报所需的文件，已忽略。");
        each("junk-entry", unknown(true), "“%s”的文件名没有写明是谁的什么材料，没有归入任何人。");
        return new BatchSummary(rows, accepted, declared, found, notices, matcher.loose(files));
    }

    /** The sum over the photo folders that declare a number; null when none does. */
    private @Nullable Integer declared() {
        Map<String, List<Folder>> folders = new HashMap<>();
        for (FileRole file : files) {
            if (file instanceof FileRole.Photo) {
                FileRoles.declaredHeads(file.entry())
                        .ifPresent(d -> add(
                                folders.computeIfAbsent(d.folder(), _ -> new ArrayList<>()),
                                new Folder(file.entry(), d.heads())));
            }
        }
        return folders.isEmpty()
                ? null
                : folders.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(Folder::heads)
                        .sum();
    }

    /** A photo folder by one of its files: two packages may have folders of the same name. */
    private record Folder(PackageEntry any, int heads) {}

    private static void add(List<Folder> known, Folder folder) {
        if (known.stream().noneMatch(other -> other.any().isBeside(folder.any()))) {
            known.add(folder);
        }
    }

    private List<String> unknown(boolean mayBePaper) {
        return files.stream()
                .filter(FileRole.Unknown.class::isInstance)
                .filter(file -> FileRoles.mayBePaper(file.entry()) == mayBePaper)
                .map(file -> file.entry().path())
                .toList();
    }

    private void each(String code, List<String> paths, String words) {
        paths.stream()
                .limit(EACH)
                .forEach(path -> notices.add(new Notice(null, code, words.formatted(Shown.text(path)))));
        if (paths.size() > EACH) {
            notices.add(new Notice(null, code, "另有 " + (paths.size() - EACH) + " 个同类文件，不再逐一列出。"));
        }
    }
}

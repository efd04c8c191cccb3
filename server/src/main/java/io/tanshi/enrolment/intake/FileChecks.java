package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.archive.FileFormat;
import io.tanshi.enrolment.intake.archive.PackageEntry;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.archive.PackageRefusedException;
import io.tanshi.enrolment.intake.archive.Shown;
import io.tanshi.enrolment.intake.photo.PhotoInspector;
import io.tanshi.enrolment.intake.photo.PhotoReport;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The photo and the papers of one row. */
final class FileChecks {

    private static final String PHOTO = "照片";

    private final PackageReader reader;
    private final PhotoInspector inspector;
    private final SharedPhotos shared;

    FileChecks(PackageReader reader, SharedPhotos shared) {
        this.reader = reader;
        this.inspector = new PhotoInspector(reader);
        this.shared = shared;
    }

    /** Checks the matched photo and returns it when it may be used. */
    @Nullable
    PackageEntry photo(Applicant applicant, PhotoMatch match, Findings findings) throws IOException {
        return switch (match) {
            case PhotoMatch.Missing _ -> {
                findings.block(missingPhoto(applicant));
                yield null;
            }
            case PhotoMatch.WrongName(FileRole.Photo photo) -> {
                findings.block(mismatch(photo, "证件号码与本行一致，姓名不一致", applicant));
                yield null;
            }
            case PhotoMatch.WrongNumber(FileRole.Photo photo) -> {
                findings.block(mismatch(photo, "姓名与本行一致，证件号码不一致", applicant));
                yield null;
            }
            case PhotoMatch.Found(FileRole.Photo photo) -> inspected(applicant, photo.entry(), findings);
        };
    }

    /** Checks the papers and returns those that are there. */
    Map<Material, PackageEntry> papers(Map<Material, PackageEntry> found, Set<Material> needed, Findings findings)
            throws IOException {
        Map<Material, PackageEntry> usable = new EnumMap<>(Material.class);
        for (Material kind : needed) {
            PackageEntry entry = found.get(kind);
            if (entry == null || entry.size() == 0) {
                findings.block(missingPaper(kind, entry != null));
            }
        }
        for (Map.Entry<Material, PackageEntry> paper : found.entrySet()) {
            if (paper.getValue().size() > 0 && isReadable(paper.getKey(), paper.getValue(), findings)) {
                usable.put(paper.getKey(), paper.getValue());
            }
        }
        return usable;
    }

    private PackageEntry inspected(Applicant applicant, PackageEntry entry, Findings findings) throws IOException {
        PhotoReport report = inspector.inspect(entry);
        report.faults()
                .forEach(fault -> findings.block(new RowProblem(
                        fault.code(), PHOTO, fault.message(), fault.fix(), fault.found(), fault.expected())));
        if (report.turned()) {
            findings.notice("photo-turned", "照片按拍摄方向（EXIF）旋转后使用。");
        }
        if (report.borderlineBlue()) {
            findings.notice("photo-blue-borderline", "照片背景的蓝色偏离常见证件照，审核时请查看。");
        }
        if (report.blurred()) {
            findings.notice("photo-not-sharp", "照片不够清晰，审核时请查看；有更清晰的原图请换一张。");
        }
        shared.partnerOf(applicant, entry).ifPresent(other -> findings.block(sharedPhoto(other)));
        return entry;
    }

    /** Looks at the first bytes; one damaged paper is a matter of its row and not of the package. */
    private boolean isReadable(Material kind, PackageEntry entry, Findings findings) throws IOException {
        FileFormat format;
        try {
            format = FileFormat.of(reader.head(entry, FileFormat.HEAD));
        } catch (PackageRefusedException e) {
            throw e;
        } catch (IOException _) {
            findings.block(RowProblem.damagedPaper(kind.label()));
            return false;
        }
        if (!format.isImage() && format != FileFormat.PDF && format != FileFormat.ZIP && format != FileFormat.OLE2) {
            findings.notice("material-format", "“" + kind.label() + "”不是常见的图片或 PDF 文件，审核人员可能打不开。");
        }
        return true;
    }

    private static RowProblem missingPhoto(Applicant applicant) {
        String wanted = applicant.shownName() + "_证件号码.jpg";
        return new RowProblem("photo-missing", PHOTO, "压缩包中没有找到该学员的照片。", "请把照片命名为“" + wanted + "”放入照片文件夹。", "", wanted);
    }

    private static RowProblem mismatch(FileRole.Photo photo, String how, Applicant applicant) {
        String fileName = Shown.text(photo.entry().fileName());
        return new RowProblem(
                "photo-name-mismatch",
                PHOTO,
                "照片“" + fileName + "”的" + how + "，不能确定是谁的照片。",
                "请核对照片是否本人，把文件名改为“姓名_证件号码.jpg”并与本行一致。",
                fileName,
                applicant.shownName() + "_" + Shown.text(applicant.documentNumber()) + ".jpg");
    }

    private static RowProblem sharedPhoto(Applicant other) {
        String who = other.row().where() + "（" + other.shownName() + "）";
        return new RowProblem(
                "photo-shared", PHOTO, "照片与" + who + "的照片是同一个文件。", "请为两人分别提供本人的照片。", "与" + who + "相同", "每人一张本人照片");
    }

    private static RowProblem missingPaper(Material kind, boolean empty) {
        String label = kind.label();
        String message = empty ? "材料“" + label + "”的文件是空的（0 字节）。" : "缺少材料“" + label + "”。";
        String why = kind == Material.OTHER ? "（所依据的申报条件需要证书复印件）" : "";
        return new RowProblem(
                "material-missing:" + label,
                label,
                message + why,
                "请把扫描件命名为“" + label + "”放入该学员的资料文件夹。",
                empty ? "0 字节" : "",
                label);
    }
}

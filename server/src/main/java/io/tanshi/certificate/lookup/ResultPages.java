package io.tanshi.certificate.lookup;

import io.tanshi.certificate.document.Wording;
import io.tanshi.certificate.register.IssuedCertificates.IssuedCertificate;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the pages of the look-up. */
@Component
class ResultPages {

    private final Lookup lookup;
    private final Receipts receipts;
    private final Sittings sittings;
    private final Files files;
    private final Wording wording;

    ResultPages(Lookup lookup, Receipts receipts, Sittings sittings, Files files, Wording wording) {
        this.lookup = lookup;
        this.receipts = receipts;
        this.sittings = sittings;
        this.files = files;
        this.wording = wording;
    }

    /** @param here which entry of the navigation the page belongs to */
    PageFrame frame(String here) {
        String span = lookup.span()
                .map(s -> s.first().id().equals(s.last().id())
                        ? "可查 " + month(s.first()) + "考期的证书"
                        : "可查 " + month(s.first()) + "至 " + month(s.last()) + "考期的证书")
                .orElse("目前还没有开放查询的考期");
        return new PageFrame(here, wording.issuer(), wording.phone(), wording.phoneHours(), span);
    }

    ResultPage of(List<IssuedCertificate> found, Way way) {
        IssuedCertificate first = found.getFirst();
        return ResultPage.of(
                new ResultPage.Found(
                        first,
                        sittings.get(first.sitting()),
                        way,
                        receipts.write(first, way),
                        way == Way.CODE ? photo(first.holder().photo()) : null,
                        found.subList(1, found.size())),
                wording);
    }

    private @Nullable String photo(@Nullable FileId photo) {
        if (photo == null) {
            return null;
        }
        try {
            return "data:" + files.describe(photo).mediaType() + ";base64,"
                    + Base64.getEncoder().encodeToString(files.read(photo));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String month(Sitting sitting) {
        return "%d 年 %d 月"
                .formatted(sitting.examDate().getYear(), sitting.examDate().getMonthValue());
    }
}

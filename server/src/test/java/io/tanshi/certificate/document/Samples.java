package io.tanshi.certificate.document;

import io.tanshi.certificate.CertificateNumber;
import io.tanshi.platform.paper.Portrait;
import io.tanshi.programme.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The certificate of the design's fictional holder. */
public final class Samples {

    private Samples() {}

    public static Wording wording() {
        return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("none", Wording.class);
    }

    public static byte[] issued() throws IOException {
        return new CertificatePress(wording(), Optional.empty()).print(text("陆知秋", issue()));
    }

    static CertificatePress press(@Nullable Path rareFont) {
        return new CertificatePress(wording(), Optional.ofNullable(rareFont));
    }

    static CertificateText text(String name, CertificateText.@Nullable Issue issue) throws IOException {
        return new CertificateText(
                name,
                "女",
                "3205**********0826",
                LocalDate.of(2026, 4, 25),
                Level.INTERMEDIATE,
                Portrait.of(SamplePhoto.jpeg()),
                issue);
    }

    static CertificateText.Issue issue() {
        return new CertificateText.Issue(
                CertificateNumber.of(2026, Level.INTERMEDIATE, 318),
                LocalDate.of(2026, 6, 26),
                "https://tanshi.example/v/7kq2m9xd4t8w3p6r5n1h0a");
    }
}

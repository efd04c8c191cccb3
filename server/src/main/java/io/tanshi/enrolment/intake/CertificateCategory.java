package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.eligibility.Qualification.EarlierCertificate;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Level;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the column 证书类别. */
public enum CertificateCategory {
    NONE("无", null, null),
    OWN_JUNIOR("本系列初级", Clause.Series.OWN, Level.JUNIOR),
    OWN_INTERMEDIATE("本系列中级", Clause.Series.OWN, Level.INTERMEDIATE),
    OTHER_INTERMEDIATE("其他中级", Clause.Series.OTHER, Level.INTERMEDIATE),
    OTHER_SENIOR("其他高级", Clause.Series.OTHER, Level.SENIOR);

    private final String label;
    private final Clause.@Nullable Series series;
    private final @Nullable Level level;

    CertificateCategory(String label, Clause.@Nullable Series series, @Nullable Level level) {
        this.label = label;
        this.series = series;
        this.level = level;
    }

    /** The word of the form. */
    public String label() {
        return label;
    }

    static Optional<CertificateCategory> ofLabel(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(c -> c.label).collect(Collectors.joining("、"));
    }

    @Nullable
    EarlierCertificate held(YearMonth since) {
        return series == null || level == null ? null : new EarlierCertificate(series, level, since);
    }
}

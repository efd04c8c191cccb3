package io.tanshi.certificate.register;

import io.tanshi.certificate.CertificateStatus;
import io.tanshi.certificate.register.CertificateViews.PromisedDate;
import io.tanshi.programme.MilestoneKey;
import io.tanshi.programme.Sitting;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How far the certificates of each sitting are. */
@Component
class SittingCounts {

    /** One sitting of the list; counts of statuses that do not occur are absent. */
    record SittingCertificates(
            SittingId id,
            String name,
            PromisedDate issueBy,
            PromisedDate lookupFrom,
            Map<CertificateStatus, Integer> counts) {}

    private final CertificateStore store;
    private final Sittings sittings;

    SittingCounts(CertificateStore store, Sittings sittings) {
        this.store = store;
        this.sittings = sittings;
    }

    /** Sittings that have certificates, latest first. */
    List<SittingCertificates> all() {
        Map<SittingId, List<CertificateStore.Count>> bySitting =
                store.counts().stream().collect(Collectors.groupingBy(CertificateStore.Count::sitting));
        return bySitting.entrySet().stream()
                .map(e -> view(sittings.get(e.getKey()), e.getValue()))
                .sorted(Comparator.comparing(
                                (SittingCertificates s) -> s.issueBy().date())
                        .reversed())
                .toList();
    }

    private static SittingCertificates view(Sitting sitting, List<CertificateStore.Count> counts) {
        return new SittingCertificates(
                sitting.id(),
                sitting.name(),
                PromisedDate.of(sitting.timetable().get(MilestoneKey.CERTIFICATES)),
                PromisedDate.of(sitting.timetable().get(MilestoneKey.PUBLIC_LOOKUP)),
                counts.stream()
                        .collect(Collectors.toMap(
                                CertificateStore.Count::status, CertificateStore.Count::certificates)));
    }
}

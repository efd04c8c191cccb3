package io.tanshi.programme.installation;

import io.tanshi.audit.Actor;
import io.tanshi.platform.StartStep;
import io.tanshi.programme.RuleSet;
import io.tanshi.programme.calendar.ShippedCalendar;
import io.tanshi.programme.edition.ShippedDocuments;
import io.tanshi.programme.sitting.ShippedSittings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Order(StartStep.PROGRAMME)
class ProgrammeInstallation implements StartStep {

    private static final Actor INSTALLATION = Actor.system("系统安装");

    private final ShippedDocuments documents;
    private final ShippedCalendar calendar;
    private final ShippedSittings sittings;

    ProgrammeInstallation(ShippedDocuments documents, ShippedCalendar calendar, ShippedSittings sittings) {
        this.documents = documents;
        this.calendar = calendar;
        this.sittings = sittings;
    }

    @Override
    @Transactional
    public void run() {
        for (String document : List.of("programme", "syllabus", "materials", "parameters")) {
            install(document);
        }
        RuleSet.shippedCodes().forEach(code -> install("rule-sets/" + code));
        String days = read("working-days");
        calendar.install(days, sha256(days), INSTALLATION);
        sittings.install(read("sittings"), INSTALLATION);
    }

    private void install(String document) {
        String content = read(document);
        documents.install(document, content, sha256(content), INSTALLATION);
    }

    private static String read(String document) {
        try {
            return new ClassPathResource("programme/" + document + ".json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The application lacks its programme document " + document, e);
        }
    }

    private static String sha256(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

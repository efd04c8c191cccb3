package io.tanshi.certificate.lookup;

import io.tanshi.certificate.CertificateNumber;
import io.tanshi.kernel.PersonName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What somebody typed or pasted, in normal form. */
record Question(Way way, String name, String key) {

    static Question byNumber(String name, String number) {
        return new Question(Way.NUMBER, PersonName.normalise(name), number);
    }

    static Question byIdNumber(String name, String idNumber) {
        return new Question(Way.ID_NUMBER, PersonName.normalise(name), idNumber);
    }

    static Question byCode(String code) {
        return new Question(Way.CODE, "", code);
    }

    static Question byToken(String token) {
        return new Question(Way.TOKEN, "", token);
    }

    Optional<CertificateNumber> number() {
        return CertificateNumber.read(key);
    }

    /** Blanks, full-width digits and a small x are forgiven. */
    String idNumber() {
        return Normalizer.normalize(key, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9X]", "");
    }

    /** Whether this is the name on the certificate; small and capital letters of foreign names are the same. */
    boolean names(String printed) {
        return !name.isEmpty() && PersonName.normalise(printed).equalsIgnoreCase(name);
    }

    @Override
    public String toString() {
        return "Question[" + way + "]";
    }
}

package io.tanshi.certificate.register;

import io.tanshi.certificate.document.CertificatePress;
import io.tanshi.certificate.document.CertificateText;
import io.tanshi.files.FileId;
import io.tanshi.files.Files;
import io.tanshi.identity.people.People;
import io.tanshi.identity.people.PersonView;
import io.tanshi.identity.session.PersonId;
import io.tanshi.platform.paper.Portrait;
import io.tanshi.programme.Sittings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the holder's data from the register of persons and sets them on paper. */
@Component
class Drafting {

    /**
     * A holder as of now.
     *
     * @param obstacle why this cannot be printed yet; null when it can
     */
    record Draft(Holder holder, @Nullable String obstacle) {}

    private final People people;
    private final Files files;
    private final Sittings sittings;
    private final CertificatePress press;

    Drafting(People people, Files files, Sittings sittings, CertificatePress press) {
        this.people = people;
        this.files = files;
        this.sittings = sittings;
        this.press = press;
    }

    Draft draft(PersonId person) {
        PersonView view = people.view(person);
        Holder holder = new Holder(view.name(), people.sex(person).label(), view.maskedIdNumber(), view.photo());
        return new Draft(holder, obstacle(holder));
    }

    private @Nullable String obstacle(Holder holder) {
        List<String> missing = press.undrawable(holder.name());
        if (!missing.isEmpty()) {
            return "字库里没有姓名中的 " + String.join("、", missing) + "，需在服务器安装 fonts-hanazono 或设置生僻字字体";
        }
        FileId photo = holder.photo();
        if (photo == null) {
            return "没有证件照";
        }
        try {
            Portrait.of(files.read(photo));
            return null;
        } catch (IOException e) {
            return "证件照打不开";
        }
    }

    /** The two pages, not signed; a proof when there is no issue. */
    byte[] print(Certificate certificate, CertificateText.@Nullable Issue issue) {
        Holder holder = certificate.state().holder();
        FileId photo = holder.photo();
        if (photo == null) {
            throw new IllegalStateException("A certificate is not printed without a photo");
        }
        try {
            return press.print(new CertificateText(
                    holder.name(),
                    holder.sex(),
                    holder.maskedIdNumber(),
                    sittings.get(certificate.basis().sitting()).examDate(),
                    certificate.basis().level(),
                    Portrait.of(files.read(photo)),
                    issue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

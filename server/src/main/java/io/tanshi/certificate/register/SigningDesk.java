package io.tanshi.certificate.register;

import io.tanshi.certificate.document.Wording;
import io.tanshi.certificate.signature.SignatureChecker;
import io.tanshi.certificate.signature.SigningKey;
import io.tanshi.certificate.signature.SigningKeys;
import io.tanshi.platform.Installation;
import io.tanshi.platform.TanshiSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the signing key of this installation: the imported one, or in the demo one of its own. */
@Component
public class SigningDesk {

    private static final Logger log = LoggerFactory.getLogger(SigningDesk.class);

    private final TanshiSettings installation;
    private final CertificateSettings settings;
    private final Wording wording;
    private final Installation mode;
    private final Clock clock;
    private @Nullable SigningKey key;

    SigningDesk(
            TanshiSettings installation,
            CertificateSettings settings,
            Wording wording,
            Installation mode,
            Clock clock) {
        this.installation = installation;
        this.settings = settings;
        this.wording = wording;
        this.mode = mode;
        this.clock = clock;
    }

    // Making a key takes a second or two, which the start need not wait for.
    @EventListener(ApplicationReadyEvent.class)
    void openAfterStart() {
        Thread.ofVirtual().name("signing-key").start(() -> {
            try {
                if (key().isEmpty()) {
                    log.warn("没有签名密钥，暂不能签发证书。请设置 TANSHI_SIGNING_P12 和 TANSHI_SIGNING_PASSWORD 后重启。"
                            + " / no signing key: certificates cannot be issued");
                }
            } catch (IllegalArgumentException e) {
                log.error("{} / the signing key cannot be opened", e.getMessage());
            }
        });
    }

    /**
     * The key, when this installation has one.
     *
     * @throws IllegalArgumentException when the imported store cannot be opened, in words for the operator
     */
    public synchronized Optional<SigningKey> key() {
        if (key == null) {
            key = open();
        }
        return Optional.ofNullable(key);
    }

    /** Checks files against the certificate that vouches for this installation's signatures. */
    public SignatureChecker checker() {
        return new SignatureChecker(key().map(k -> List.of(k.anchor())).orElse(List.of()));
    }

    private @Nullable SigningKey open() {
        SigningKeys keys = SigningKeys.beside(installation);
        Path imported = settings.signingKey();
        if (imported != null && !imported.toString().isBlank()) {
            return keys.imported(imported, settings.signingPassword());
        }
        return mode.isDemo() ? keys.demonstration(wording.issuer(), clock.instant()) : null;
    }
}

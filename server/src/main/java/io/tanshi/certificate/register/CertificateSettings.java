package io.tanshi.certificate.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the certificates of an installation.
 *
 * @param publicUrl where the public reaches this installation, without a slash at the end; part of every code square
 * @param signingKey the imported PKCS#12 store ({@code TANSHI_SIGNING_P12}); empty: none
 * @param signingPassword of the store ({@code TANSHI_SIGNING_PASSWORD})
 * @param validityYears 0: unlimited, the default of this installation (decisions §2)
 * @param rareFont TrueType font for names beyond the house's serif; without it the usual places are looked at
 */
@ConfigurationProperties("tanshi.certificate")
public record CertificateSettings(
        @DefaultValue("http://localhost:8080") String publicUrl,
        @Nullable Path signingKey,
        @DefaultValue("") String signingPassword,
        @DefaultValue("0") int validityYears,
        @Nullable Path rareFont) {

    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),
            Path.of("/usr/share/fonts/hanazono/HanaMinB.ttf"));

    /** The font of rare characters on this machine, when there is one. */
    Optional<Path> rareFontOnThisMachine() {
        if (rareFont != null && !rareFont.toString().isBlank()) {
            return Optional.of(rareFont);
        }
        return USUAL_PLACES.stream().filter(Files::isReadable).findFirst();
    }

    /** The address that a code square leads to. */
    public String verifyUrl(String token) {
        return publicUrl + "/v/" + token;
    }

    @Override
    public String toString() {
        return "CertificateSettings[publicUrl=" + publicUrl + ", signingKey=" + signingKey + "]";
    }
}

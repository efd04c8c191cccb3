package io.tanshi.delivery.lockdown.seb;

import io.tanshi.delivery.lockdown.seb.PlistValue.Dictionary;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.PublicAddress;
import io.tanshi.programme.SittingId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the configuration of a sitting and judges what a browser shows of its keys. */
@Component
public class SebProofs {

    static final String FILE_PATH = "/api/public/seb/";

    private final SebSettings settings;
    private final PublicAddress address;
    private final DataKeys keys;

    SebProofs(SebSettings settings, PublicAddress address, DataKeys keys) {
        this.settings = settings;
        this.address = address;
        this.keys = keys;
    }

    /** The page of an entry link. */
    public String page(String nonce) {
        return address.of("/exam/?n=" + nonce);
    }

    /**
     * Whether the browser runs the configuration of the sitting, in a build that is let in. One of the two ways must
     * prove it, and neither may contradict.
     *
     * @param nonces of which one must stand in the page's address, as the page's hash was made with it
     */
    public SebVerdict judge(SittingId sitting, Shown shown, List<String> nonces) {
        List<String> pages = nonces.stream().map(this::page).toList();
        return keysOf(sitting).judge(shown, pages, address.of(shown.request()));
    }

    SebKeys keysOf(SittingId sitting) {
        return new SebKeys(
                SebKey.ofConfiguration(configuration(sitting)),
                settings.of(sitting).browserExamKeys());
    }

    byte[] file(SittingId sitting) {
        return Plist.bytes(configuration(sitting));
    }

    String startUrl() {
        return address.of("/exam/");
    }

    private Dictionary configuration(SittingId sitting) {
        return SebConfiguration.of(
                startUrl(), quitUrl(sitting), SebKey.sha256(settings.of(sitting).quitPassword()));
    }

    /** Closes the locked browser; not to be guessed, and shown only after the hand-in. */
    public String quitUrl(SittingId sitting) {
        return address.of("/exam/?quit=" + secret("delivery.seb-quit", sitting));
    }

    /** Starts the locked browser with the configuration, wherever it stands as a link. */
    public String startLink(SittingId sitting) {
        return fileUrl(sitting).replaceFirst("^http", "seb");
    }

    String fileUrl(SittingId sitting) {
        return address.of(FILE_PATH + sitting + "/" + secret("delivery.seb-link", sitting) + "/exam.seb");
    }

    boolean isLink(SittingId sitting, String secret) {
        return MessageDigest.isEqual(
                secret("delivery.seb-link", sitting).getBytes(StandardCharsets.US_ASCII),
                secret.getBytes(StandardCharsets.UTF_8));
    }

    private String secret(String purpose, SittingId sitting) {
        byte[] hash = keys.blindIndex(purpose, sitting.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }
}

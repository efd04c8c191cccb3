package io.tanshi.certificate.signature;

import io.tanshi.certificate.signature.SignatureCheck.Invalid;
import io.tanshi.certificate.signature.SignatureCheck.NoSignature;
import io.tanshi.certificate.signature.SignatureCheck.Signature;
import io.tanshi.certificate.signature.SignatureCheck.Unreadable;
import io.tanshi.certificate.signature.SignatureCheck.Valid;
import io.tanshi.platform.cli.Command;
import io.tanshi.platform.cli.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./tanshi verify FILE.pdf [--anchor cert.pem]}: 0 valid, 1 not to be relied on, 2 unreadable. */
public final class VerifyCommand implements Command {

    private static final String WHERE_ANCHORS_ARE =
            "没有。请用 --anchor 指定发证机构公布的证书（查验网页上可下载），或把 TANSHI_DATA、TANSHI_KEY_FILE 指向签发它的安装";
    private static final int VALID = 0;
    private static final int INVALID = 1;
    private static final int UNREADABLE = 2;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(ZoneId.of("Asia/Shanghai"));

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** For the service loader. */
    public VerifyCommand() {
        this(System.getenv(), Console.system());
    }

    VerifyCommand(Map<String, String> environment, Console console) {
        this.environment = environment;
        this.out = console.out();
        this.err = console.err();
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int run(List<String> arguments) {
        boolean named = arguments.size() == 3 && arguments.get(1).equals("--anchor");
        if (arguments.size() != 1 && !named) {
            err.println("用法 / usage: ./tanshi verify FILE.pdf [--anchor cert.pem]");
            return UNREADABLE;
        }
        Optional<Path> anchor = named ? Optional.of(Path.of(arguments.get(2))) : ownAnchor();
        try {
            List<X509Certificate> anchors = anchor.isPresent() ? Pem.read(anchor.get()) : List.of();
            byte[] file = Files.readAllBytes(Path.of(arguments.getFirst()));
            out.println("文件      " + arguments.getFirst());
            return report(new SignatureChecker(anchors).check(file), anchor);
        } catch (IOException e) {
            err.println("读不到文件 / cannot read: " + e.getMessage());
            return UNREADABLE;
        } catch (CertificateException e) {
            err.println("信任锚不是 PEM 证书 / the anchor is no certificate: " + anchor.orElseThrow());
            return UNREADABLE;
        }
    }

    private Optional<Path> ownAnchor() {
        return SigningKeys.of(environment).anchorFile();
    }

    private int report(SignatureCheck check, Optional<Path> anchorFile) {
        return switch (check) {
            case Valid(Signature signature, X509Certificate anchor) -> {
                out.println("结论      有效 VALID：签名完整，签署之后没有改动");
                print(signature);
                out.println("信任锚    " + anchor.getSubjectX500Principal().getName());
                out.println("          来自 " + anchorFile.orElseThrow() + "，SHA-256 " + Pem.fingerprint(anchor));
                out.println("说明      这里只核对文件本身。证书是否已撤销或换发，以在线查验为准。");
                yield VALID;
            }
            case Invalid(SignatureCheck.Flaw flaw, Signature signature) -> {
                // Nobody's certificate is called invalid because this machine knows no issuer.
                boolean nobodyKnown = flaw == SignatureCheck.Flaw.UNTRUSTED && anchorFile.isEmpty();
                out.println(
                        nobodyKnown
                                ? "结论      不能确认签署人 UNCONFIRMED：签名完整，签署之后没有改动，但这里没有发证机构的信任锚"
                                : "结论      无效 INVALID：" + flaw.words());
                print(signature);
                out.println("信任锚    " + anchorFile.map(Path::toString).orElse(WHERE_ANCHORS_ARE));
                yield INVALID;
            }
            case NoSignature(SignatureCheck.Flaw flaw) -> {
                out.println("结论      无效 INVALID：" + flaw.words());
                yield INVALID;
            }
            case Unreadable(String reason) -> {
                out.println("结论      无法核对 UNREADABLE：" + reason);
                yield UNREADABLE;
            }
        };
    }

    private void print(Signature signature) {
        out.println("签署人    " + signature.signer());
        out.println("签署时间  " + TIME.format(signature.at()) + "（签署人声明）");
        out.println("签署证书  SHA-256 " + Pem.fingerprint(signature.certificate()));
    }
}

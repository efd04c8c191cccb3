package io.tanshi.ownership;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        return JSON.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body);
    }

    /** Everything readable in it: of a workbook or zip file its entries, of a document its text, of a picture a fingerprint. */
    public String text() {
        if (type.contains("spreadsheetml") || type.startsWith("application/zip")) {
            return unzipped();
        }
        if (type.startsWith("application/pdf")) {
            return printed();
        }
        boolean picture = type.startsWith("image/") && !type.contains("svg");
        return picture ? fingerprint() : new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The last parts of the problem's type, for example {@code platform/forbidden}; empty when it is no problem. */
    public String problem() {
        String prefix = "https://tanshi.dev/problems/";
        String said = type.startsWith("application/problem+json")
                ? json().path("type").asString("")
                : "";
        return said.startsWith(prefix) ? said.substring(prefix.length()) : "";
    }

    public String detail() {
        return json().path("detail").asString("");
    }

    private String printed() {
        try (PDDocument document = Loader.loadPDF(body)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String unzipped() {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return status + " " + (text().length() > 600 ? text().substring(0, 600) : text());
    }
}

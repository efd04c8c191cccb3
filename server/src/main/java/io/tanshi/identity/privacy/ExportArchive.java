package io.tanshi.identity.privacy;

import io.tanshi.files.Files;
import io.tanshi.files.StoredFile;
import io.tanshi.identity.register.HeldFile;
import io.tanshi.identity.register.Holding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes an export as a zip file straight to who asked for it: a page to read, the same as data, and the files. */
@Component
class ExportArchive {

    private static final String HEAD = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>我的个人数据</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { max-width: 760px; margin: 32px auto; padding: 0 20px; color: #17211c; font: 16px/28px sans-serif; }
            h1 { font-size: 26px; } h2 { margin: 32px 0 0; font-size: 19px; border-bottom: 1px solid #c9d1cc; }
            h3 { margin: 16px 0 0; font-size: 16px; } dl { display: grid; grid-template-columns: 9em 1fr; margin: 4px 0; }
            dt { color: #55615b; } dd { margin: 0; overflow-wrap: anywhere; } p, li { color: #55615b; }
            </style></head><body><h1>我的个人数据</h1>
            """;

    private final Files files;
    private final JsonMapper json;

    ExportArchive(Files files, JsonMapper json) {
        this.files = files;
        this.json = json;
    }

    private record Named(String name, HeldFile held) {}

    void write(Export.Contents contents, OutputStream target) throws IOException {
        List<Named> named = named(contents.files());
        try (ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8)) {
            put(zip, "index.html", page(contents, named));
            put(zip, "data.json", json.writerWithDefaultPrettyPrinter().writeValueAsString(data(contents, named)));
            for (Named file : named) {
                zip.putNextEntry(new ZipEntry(file.name()));
                try (InputStream in = files.open(file.held().file())) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Two files of one name are numbered. */
    private List<Named> named(List<HeldFile> held) {
        List<Named> all = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (HeldFile file : held) {
            StoredFile stored = files.describe(file.file());
            String name = "files/" + file.name().replaceAll("[/\\\\:*?\"<>|]", "_");
            String ending = ending(stored.mediaType());
            String free = name + ending;
            for (int i = 2; !taken.add(free); i++) {
                free = name + "-" + i + ending;
            }
            all.add(new Named(free, file));
        }
        return all;
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/webp" -> ".webp";
            case "application/pdf" -> ".pdf";
            default -> ".bin";
        };
    }

    private static Map<String, Object> data(Export.Contents contents, List<Named> named) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("madeAt", contents.madeAt());
        data.put(
                "records",
                contents.holdings().stream()
                        .map(held -> Map.of(
                                "kind", held.kind(),
                                "title", held.title(),
                                "state", held.state(),
                                "facts", held.facts()))
                        .toList());
        data.put("files", named.stream().map(Named::name).toList());
        return data;
    }

    private static String page(Export.Contents contents, List<Named> named) {
        StringBuilder html = new StringBuilder(HEAD);
        html.append("<p>导出时间：").append(contents.madeAt()).append("。同样的内容以数据形式在 data.json，文件在 files 目录。</p>");
        String kind = "";
        for (Holding held : contents.holdings()) {
            if (!held.kind().equals(kind)) {
                kind = held.kind();
                html.append("<h2>").append(escaped(kind)).append("</h2>");
            }
            append(html, held);
        }
        html.append("<h2>文件</h2><ul>");
        named.forEach(file -> html.append("<li>").append(escaped(file.name())).append("</li>"));
        return html.append("</ul></body></html>").toString();
    }

    private static void append(StringBuilder html, Holding held) {
        html.append("<h3>").append(escaped(held.title())).append("　").append(escaped(held.state()));
        html.append("</h3><dl>");
        held.facts()
                .forEach((name, value) -> html.append("<dt>")
                        .append(escaped(name))
                        .append("</dt><dd>")
                        .append(escaped(value))
                        .append("</dd>"));
        html.append("</dl>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

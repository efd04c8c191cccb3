package io.tanshi.enrolment.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.enrolment.intake.archive.PackageLimits;
import io.tanshi.enrolment.intake.archive.PackageReader;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WPS writes the same format with parts, prefixes, targets and readings of its own. */
final class WpsWorkbookTest {

    private static final PackageLimits LIMITS = new PackageLimits(64L << 20, 100, 64L << 20, 200, 50);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String APP = HEAD
            + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
            + "<Application>WPS 表格</Application><AppVersion>12.1.0.16120</AppVersion></Properties>";
    private static final String CUSTOM = HEAD
            + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
            + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
            + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"KSOProductBuildVer\">"
            + "<vt:lpwstr>2052-12.1.0.16120</vt:lpwstr></property></Properties>";

    @TempDir
    private Path folder;

    @Test
    void isReadAsAnyOther() throws IOException {
        PackageBuilder builder = new PackageBuilder();
        builder.person("李静", PackageBuilder.NUMBER);
        byte[] saved = saved(builder.form());
        builder.withoutForm().file("报名申报表.xlsx", saved);

        try (PackageReader reader = PackageReader.open(builder.write(folder), LIMITS)) {
            Form form = new FormReader(reader, LIMITS).read().getFirst();
            assertThat(form.rows()).hasSize(1);
            FormRow row = form.rows().getFirst();
            assertThat(row.text(Column.NAME)).isEqualTo("李静");
            assertThat(row.text(Column.DOCUMENT_NUMBER)).isEqualTo(PackageBuilder.NUMBER);
            assertThat(row.text(Column.WORK_YEARS)).isEqualTo("3");
        }
    }

    private static byte[] saved(byte[] workbook) throws IOException {
        Map<String, String> parts = parts(workbook);
        parts.put("docProps/app.xml", APP);
        parts.put("docProps/custom.xml", CUSTOM);
        parts.put(
                "customXml/item1.xml",
                HEAD + "<s:customData xmlns:s=\"http://www.wps.cn/officeDocument/2013/wpsCustomData\"/>");
        parts.put("xl/ksong.bin", "ksong");
        parts.computeIfPresent("_rels/.rels", (_, xml) -> xml.replace("Target=\"xl/", "Target=\"/xl/"));
        parts.computeIfPresent("xl/_rels/workbook.xml.rels", (_, xml) -> xml.replace("Target=\"", "Target=\"/xl/"));
        parts.computeIfPresent(
                "xl/workbook.xml",
                (_, xml) -> xml.replace(
                                "<sheets>",
                                "<fileVersion appName=\"xl\"/><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                                        + "<mc:Choice Requires=\"x15\"/></mc:AlternateContent><bookViews><workbookView/></bookViews><sheets>")
                        .replace("r:id=", "relationships:id=")
                        .replace("xmlns:r=", "xmlns:relationships="));
        parts.computeIfPresent(
                "xl/sharedStrings.xml",
                (_, xml) -> xml.replace(
                        "<t xml:space=\"preserve\">李静</t>",
                        "<r><rPr><rFont val=\"宋体\"/></rPr><t>李</t></r><r><t>静</t></r><rPh sb=\"0\" eb=\"2\"><t>LIJING</t></rPh><phoneticPr fontId=\"1\"/>"));
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (_, xml) -> prefixed(xml)
                        .replace("<x:sheetData>", "<x:sheetPr/><x:dimension ref=\"A1:S4\"/><x:cols/><x:sheetData>")
                        .replace(
                                "</x:sheetData>",
                                "</x:sheetData><x:mergeCells><x:mergeCell ref=\"A1:S1\"/></x:mergeCells>"));
        return zipped(parts);
    }

    private static String prefixed(String xml) {
        return xml.replaceAll("<(/?)(\\w)", "<$1x:$2").replace("xmlns=", "xmlns:x=");
    }

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static byte[] zipped(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}

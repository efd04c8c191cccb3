package io.tanshi.enrolment.intake;

import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.making.PackageBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Files that institutions, or somebody in their name, upload instead of a package in order. */
public final class BadFiles {

    private static final String FORM = "报名申报表.xlsx";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final byte[] ENTRY_OF_DIRECTORY = {'P', 'K', 1, 2};

    private final String sitting;
    private final Path folder;

    /**
     * @param sitting the code of the sitting that the rows name
     * @param folder for what has to be written to a file on the way
     */
    public BadFiles(String sitting, Path folder) {
        this.sitting = sitting;
        this.folder = folder;
    }

    /**
     * A file that is refused as a whole.
     *
     * @param code of the refusal
     * @param words that the refusal must contain
     */
    public record Refused(String name, byte[] content, String code, String words) {

        @Override
        public String toString() {
            return name + " (" + code + ")";
        }
    }

    /** One of each kind. */
    public List<Refused> refused() throws IOException {
        byte[] whole = packed(person());
        return List.of(
                new Refused("文本.zip", "这不是压缩包".getBytes(StandardCharsets.UTF_8), "not-a-zip", "不是 zip"),
                new Refused("改名.zip", "Rar!\u001A\u0007".getBytes(StandardCharsets.ISO_8859_1), "not-a-zip", "RAR"),
                new Refused("传断了.zip", Arrays.copyOf(whole, whole.length / 2), "zip-damaged", "不完整"),
                new Refused("空包.zip", zip(Map.of()), "form-missing", "空的"),
                new Refused("没有表.zip", zip(Map.of("照片/说明.txt", new byte[1])), "form-missing", "没有报名申报表"),
                new Refused("套娃.zip", zip(Map.of("里面.zip", whole)), "form-missing", "里面.zip"),
                new Refused("工作簿.zip", person().form(), "form-missing", "扩展名"),
                new Refused("加密.zip", encrypted(), "zip-encrypted", "4403**********002X"),
                new Refused("炸弹.zip", with("照片/炸弹.jpg", new byte[8 << 20]), "zip-bomb", "照片/炸弹.jpg"),
                new Refused("太大.zip", unpackingTo(3L << 30), "package-too-large", "4096 MB"),
                new Refused("名单.xls", old(), "form-xls", "名单.xls"),
                new Refused("旧表改名.zip", zip(Map.of(FORM, old())), "form-xls", FORM),
                new Refused("名单.csv", "姓名,证件号码\n李静,1".getBytes(StandardCharsets.UTF_8), "form-not-excel", ".csv"),
                new Refused("文档改名.xlsx", word(), "form-not-excel", "Word"),
                new Refused("截图.zip", zip(Map.of(FORM, png())), "form-not-excel", "图片"),
                new Refused("零字节表.zip", zip(Map.of(FORM, new byte[0])), "form-unreadable", FORM),
                new Refused("外部实体.xlsx", xml(BadFiles::externalEntity), "form-unsafe", "DOCTYPE"),
                new Refused("十亿笑.xlsx", xml(BadFiles::laughs), "form-unsafe", "DOCTYPE"),
                new Refused("表里炸弹.zip", zip(Map.of(FORM, bombInside())), "zip-bomb", FORM),
                new Refused("巨格.xlsx", xml(BadFiles::hugeCell), "form-too-large", "巨格.xlsx"),
                new Refused("错标题.xlsx", headings(label -> "列" + label), "form-headings", "列标题"),
                new Refused("缺列.xlsx", headings(l -> l.equals("手机号") ? "备注" : l), "form-columns", "手机号"),
                new Refused("没有人.xlsx", new PackageBuilder().form(), "form-empty", "没有学员"),
                new Refused("太多行.xlsx", rows(20_001), "too-many-rows", "20000"));
    }

    /** A package of one person in order. */
    public PackageBuilder person() {
        PackageBuilder builder = new PackageBuilder();
        builder.person("李静", PackageBuilder.NUMBER).text(Column.SITTING, sitting);
        return builder;
    }

    public byte[] packed(PackageBuilder builder) throws IOException {
        return Files.readAllBytes(builder.write(folder));
    }

    /** A workbook with so many people, who have no papers. */
    public byte[] rows(int count) throws IOException {
        PackageBuilder builder = person();
        return builder.form(xml -> {
            int row = xml.indexOf("<row r=\"4\">");
            int end = xml.indexOf("</row>", row) + "</row>".length();
            String first = xml.substring(row, end);
            StringBuilder all = new StringBuilder(xml.substring(0, row));
            for (int i = 0; i < count; i++) {
                String number = "" + (i + 4);
                all.append(first.replaceAll("\"([A-S])4\"", "\"$1" + number + "\"")
                        .replace("<row r=\"4\">", "<row r=\"" + number + "\">")
                        .replace(PackageBuilder.NUMBER, number(i)));
            }
            return all.append(xml.substring(end)).toString();
        });
    }

    /** A valid female number, another for each index below 360,000. */
    private static String number(int index) {
        String body = "440305%d%02d%02d%03d"
                .formatted(1970 + index % 30, 1 + index / 30 % 12, 1 + index / 360 % 28, index / 10_080 * 2);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** The head of a JPEG that says how large the picture is, and nothing after it. */
    public static byte[] photoHead(int width, int height) {
        return ByteBuffer.allocate(64)
                .put(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16})
                .put("JFIF\0".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {1, 1, 0, 0, 1, 0, 1, 0, 0})
                .put(new byte[] {(byte) 0xFF, (byte) 0xC0, 0, 17, 8})
                .putShort((short) height)
                .putShort((short) width)
                .put(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0})
                .put(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 0x3F, 0})
                .array();
    }

    /** The contents of the one entry of that path turned into noise, its directory left as it was. */
    public static byte[] damaged(byte[] zip, String path) {
        byte[] result = zip.clone();
        byte[] name = path.getBytes(Charset.forName("GBK"));
        int at = indexOf(result, name, 0) + name.length;
        Arrays.fill(result, at, at + 8, (byte) 0xFF);
        return result;
    }

    private byte[] with(String path, byte[] content) throws IOException {
        return packed(person().file(path, content));
    }

    private byte[] headings(UnaryOperator<String> change) throws IOException {
        return person().headings(change).form();
    }

    private byte[] xml(UnaryOperator<String> change) throws IOException {
        return person().form(change);
    }

    private static String externalEntity(String xml) {
        return declared(xml, "<!ENTITY x SYSTEM \"file:///etc/passwd\">");
    }

    private static String laughs(String xml) {
        return declared(xml, "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;\">");
    }

    private static String declared(String xml, String entities) {
        return xml.replace("?>\n", "?>\n<!DOCTYPE worksheet [" + entities + "]>")
                .replace("李静", "&x;");
    }

    private static String hugeCell(String xml) {
        return xml.replace("李静", noise(400_000));
    }

    /** Letters that do not compress beyond the limit. */
    public static String noise(int length) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static byte[] bombInside() throws IOException {
        return zip(Map.of(SHEET, new byte[16 << 20], "xl/workbook.xml", new byte[1]));
    }

    private static byte[] word() throws IOException {
        return zip(Map.of("word/document.xml", "<document/>".getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] png() {
        return "\u0089PNG\r\n\u001A\n and so on".getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] old() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("报名申报表");
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    /** Says in its directory that it is encrypted. */
    private static byte[] encrypted() throws IOException {
        byte[] zip = zip(Map.of("照片/李静_" + PackageBuilder.NUMBER + ".jpg", new byte[100]));
        zip[indexOf(zip, ENTRY_OF_DIRECTORY, 0) + 8] |= 1;
        return zip;
    }

    /** Two entries that say in the directory that each unpacks to so much. */
    private static byte[] unpackingTo(long each) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.bin", new byte[100]);
        files.put("b.bin", new byte[100]);
        byte[] zip = zip(files);
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = indexOf(zip, ENTRY_OF_DIRECTORY, 0); at >= 0; at = indexOf(zip, ENTRY_OF_DIRECTORY, at + 1)) {
            bytes.putInt(at + 20, (int) (each / 20));
            bytes.putInt(at + 24, (int) each);
        }
        return zip;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part, int from) {
        for (int i = from; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}

package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.form.Column;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Builds packages by hand for tests: people who are right until a test changes something. */
public final class PackageBuilder {

    /** A valid female number. */
    public static final String NUMBER = "44030519920708002X";

    private static final byte[] SCAN = "\u00FF\u00D8\u00FF\u00E0scan".getBytes(StandardCharsets.ISO_8859_1);

    private final List<Person> people = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private UnaryOperator<String> heading = label -> label;
    private String photoFolder = "照片/";
    private PackageShape.Names names = PackageShape.Names.GBK;
    private boolean withForm = true;

    /** A person of the package. */
    public static final class Person {

        private final Map<Column, Worksheet.Cell> cells = new LinkedHashMap<>();
        private final Map<Material, byte[]> papers = new LinkedHashMap<>();
        private String photoName;
        private byte[] photo;

        private Person(String name, String number) {
            text(Column.NAME, name);
            text(Column.SEX, "女");
            text(Column.DOCUMENT_TYPE, "居民身份证");
            text(Column.DOCUMENT_NUMBER, number);
            text(Column.PHONE, "13800001234");
            text(Column.EDUCATION, "本科");
            text(Column.MAJOR, "法学");
            text(Column.SCHOOL, "河海大学");
            text(Column.GRADUATED, "2012-06");
            text(Column.EMPLOYER, "某热电有限公司");
            text(Column.POSITION, "专员");
            cells.put(Column.WORK_YEARS, Worksheet.Cell.number("3"));
            text(Column.CERTIFICATE_CATEGORY, "无");
            text(Column.LEVEL, "初级");
            text(Column.SITTING, "2026-12");
            for (Material material : Material.values()) {
                if (material != Material.OTHER) {
                    papers.put(material, SCAN);
                }
            }
            photoName = name + "_" + number + ".jpg";
            photo = PackageBuilder.photo(number.hashCode(), new Color(67, 142, 219));
        }

        /** Writes a text into a cell, an empty one to clear it. */
        public Person text(Column column, String text) {
            cells.put(column, Worksheet.Cell.text(text));
            return this;
        }

        public Person number(Column column, String number) {
            cells.put(column, Worksheet.Cell.number(number));
            return this;
        }

        public Person formula(Column column, String formula) {
            cells.put(column, Worksheet.Cell.formula(formula));
            return this;
        }

        public Person certificate(String category, String obtained) {
            return text(Column.CERTIFICATE_CATEGORY, category)
                    .text(Column.CERTIFICATE_NAME, "某证书")
                    .text(Column.CERTIFICATE_OBTAINED, obtained);
        }

        public Person photo(byte[] bytes) {
            photo = bytes;
            return this;
        }

        /** The file name of the photo, empty for no photo at all. */
        public Person photoName(String fileName) {
            photoName = fileName;
            return this;
        }

        public Person paper(Material material, byte[] bytes) {
            papers.put(material, bytes);
            return this;
        }

        public Person without(Material material) {
            papers.remove(material);
            return this;
        }

        private String tag() {
            return value(Column.NAME) + "_" + value(Column.DOCUMENT_NUMBER);
        }

        private String value(Column column) {
            Worksheet.Cell cell = cells.get(column);
            return cell == null ? "" : cell.value();
        }
    }

    /** A drawn photo before a background. */
    public static byte[] photo(long face, Color background) {
        return photo(new PhotoStyle(face, background, PhotoStyle.Defect.NONE));
    }

    /** A drawn photo with one of the defects of made packages, by its name. */
    public static byte[] photo(String defect) {
        return photo(new PhotoStyle(7, new Color(67, 142, 219), PhotoStyle.Defect.valueOf(defect)));
    }

    private static byte[] photo(PhotoStyle style) {
        try {
            return PhotoMaker.make(style);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Person person(String name, String number) {
        Person person = new Person(name, number);
        people.add(person);
        return person;
    }

    /** Another file of the package. */
    public PackageBuilder file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** How the headings are written. */
    public PackageBuilder headings(UnaryOperator<String> change) {
        heading = change;
        return this;
    }

    public PackageBuilder photoFolder(String folder) {
        photoFolder = folder;
        return this;
    }

    public PackageBuilder names(PackageShape.Names encoding) {
        names = encoding;
        return this;
    }

    public PackageBuilder withoutForm() {
        withForm = false;
        return this;
    }

    /** Writes the package. */
    public Path write(Path folder) throws IOException {
        Path zip = folder.resolve("package.zip");
        try (PackageZip out = new PackageZip(zip, names)) {
            if (withForm) {
                out.add("报名申报表.xlsx", form());
            }
            for (Person person : people) {
                if (!person.photoName.isEmpty()) {
                    out.add(photoFolder + person.photoName, person.photo);
                }
                for (Map.Entry<Material, byte[]> paper : person.papers.entrySet()) {
                    out.add("学员资料/" + person.tag() + "/" + paper.getKey().label() + ".jpg", paper.getValue());
                }
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.add(file.getKey(), file.getValue());
            }
        }
        return zip;
    }

    /** The workbook of this package with the XML of its sheet changed by hand. */
    public byte[] form(UnaryOperator<String> change) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>(sheet().parts(PackageShape.Strings.INLINE));
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (_, xml) -> change.apply(xml));
        return PackageZip.workbook(parts);
    }

    /** The workbook alone. */
    public byte[] form() throws IOException {
        return PackageZip.workbook(sheet().parts(PackageShape.Strings.SHARED));
    }

    private Worksheet sheet() {
        Worksheet sheet = new Worksheet("报名申报表");
        sheet.row(List.of(Worksheet.Cell.text("节能与环保领域岗位能力评测报名申报表")));
        sheet.row(List.of(Worksheet.Cell.text("申报机构：某机构")));
        sheet.row(List.of(Column.values()).stream()
                .map(column -> Worksheet.Cell.text(heading.apply(column.label())))
                .toList());
        for (Person person : people) {
            sheet.row(List.of(Column.values()).stream()
                    .map(column -> person.cells.getOrDefault(column, Worksheet.Cell.text("")))
                    .toList());
        }
        return sheet;
    }
}

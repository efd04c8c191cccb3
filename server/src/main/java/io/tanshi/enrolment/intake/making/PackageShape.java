package io.tanshi.enrolment.intake.making;

/**
 * The ways in which institutions and their tools differ.
 *
 * @param layout of the folders
 * @param names how file names are encoded
 * @param strings how the workbook holds its texts
 */
public record PackageShape(Layout layout, Names names, Strings strings) {

    /** As the programme asks for it, packed by Windows. */
    public static final PackageShape USUAL = new PackageShape(Layout.STANDARD, Names.GBK, Strings.SHARED);

    /** Where files lie. */
    public enum Layout {
        /** 照片N/ and 学员资料/姓名_证件号/. */
        STANDARD,
        /** The same below two more folders. */
        NESTED,
        /** Photos beside the form, papers in folders of the people. */
        ROOT,
        /** One folder for each kind of paper. */
        BY_PAPER,
        /** All papers in one folder, the kind in the file's name. */
        FLAT
    }

    /** How file names are encoded. */
    public enum Names {
        /** GBK without a flag; names outside GBK as UTF-8 with it. */
        GBK,
        UTF8,
        /** UTF-8 without the flag. */
        UTF8_UNFLAGGED
    }

    /** Where the texts of the workbook stand. */
    public enum Strings {
        SHARED,
        INLINE
    }
}

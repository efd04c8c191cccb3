package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.intake.Material;

/**
 * Where the files of a layout lie.
 *
 * @param layout of the folders
 * @param heads the number in the name of the photo folder
 */
record Places(PackageShape.Layout layout, int heads) {

    String form() {
        return outer() + FormMaker.FILE_NAME;
    }

    /** The folder of the photos with a slash at its end, or nothing when they lie beside the form. */
    String photoFolder() {
        return layout == PackageShape.Layout.ROOT ? "" : outer() + "照片" + heads + "/";
    }

    boolean declaresHeads() {
        return layout != PackageShape.Layout.ROOT;
    }

    String paper(Material kind, String tag) {
        return switch (layout) {
            case STANDARD, NESTED -> outer() + "学员资料/" + tag + "/" + kind.label() + ".jpg";
            case ROOT -> tag + "/" + kind.label() + ".jpg";
            case BY_PAPER -> kind.label() + "/" + tag + ".jpg";
            case FLAT -> "材料/" + tag + "_" + kind.label() + ".jpg";
        };
    }

    private String outer() {
        return layout == PackageShape.Layout.NESTED ? "十二月报名/第一批/" : "";
    }
}

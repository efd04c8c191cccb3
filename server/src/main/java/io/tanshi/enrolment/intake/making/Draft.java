package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.form.Column;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A person while the package is made: what the form says, what the files are called, what the check should say. */
final class Draft {

    final Map<Column, String> cells = new EnumMap<>(Column.class);
    final Set<Column> numbers = EnumSet.of(Column.NUMBER, Column.WORK_YEARS);
    final Set<Column> formulas = EnumSet.noneOf(Column.class);
    final Set<Material> papers = EnumSet.allOf(Material.class);
    final Set<String> expected = new TreeSet<>();
    final Set<String> notes = new LinkedHashSet<>();

    /** Null when the package holds no photo of this person. */
    @Nullable
    PhotoStyle photo;

    String folderName = "";
    String folderNumber = "";
    String photoName = "";
    String photoNumber = "";
    List<Integer> clauses = List.of();
    int row;

    Draft(PhotoStyle photo) {
        this.photo = photo;
    }

    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    void cell(Column column, String text) {
        cells.put(column, text);
    }

    /** The files bear the name and number of the form. */
    void nameFiles() {
        folderName = cell(Column.NAME);
        folderNumber = cell(Column.DOCUMENT_NUMBER);
        photoName = folderName;
        photoNumber = folderNumber;
    }

    boolean isAccepted() {
        return expected.isEmpty();
    }

    String tag() {
        return folderName + "_" + folderNumber;
    }

    String photoTag() {
        return photoName + "_" + photoNumber;
    }
}

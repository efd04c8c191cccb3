package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.intake.form.Column;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the check should say of a package that was made. */
public final class MadeBatch {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final BatchPlan plan;
    private final List<Draft> drafts;
    private final @Nullable Integer declared;
    private final int photos;
    private final String orphan;

    MadeBatch(BatchPlan plan, List<Draft> drafts, @Nullable Integer declared, int photos, String orphan) {
        this.plan = plan;
        this.drafts = drafts;
        this.declared = declared;
        this.photos = photos;
        this.orphan = orphan;
    }

    /** Rows of the form. */
    public int rows() {
        return drafts.size();
    }

    /** Rows that are right. */
    public int accepted() {
        return (int) drafts.stream().filter(Draft::isAccepted).count();
    }

    /** The expectation as JSON, one object per person with the codes that must be reported. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", plan.seed());
        root.put("sitting", plan.sitting().toString());
        root.put("asOf", plan.asOf().toString());
        root.put("ruleSet", plan.ruleSet().code());
        root.put("rows", rows());
        root.put("accepted", accepted());
        root.putObject("headCount").put("declared", declared).put("found", photos);
        root.put("orphanPhoto", orphan.isEmpty() ? null : orphan);
        ArrayNode codes = root.putArray("blockingCodes");
        TreeSet<String> blocking = new TreeSet<>();
        drafts.forEach(draft -> blocking.addAll(draft.expected));
        blocking.forEach(codes::add);
        ArrayNode all = root.putArray("people");
        drafts.forEach(draft -> person(all.addObject(), draft));
        return JSON.writeValueAsString(root) + "\n";
    }

    private static void person(ObjectNode node, Draft draft) {
        node.put("row", draft.row);
        node.put("name", draft.cell(Column.NAME));
        node.put("level", draft.cell(Column.LEVEL));
        ArrayNode expect = node.putArray("expect");
        if (draft.isAccepted()) {
            expect.add("accepted");
        }
        draft.expected.forEach(expect::add);
        node.put("note", String.join("; ", draft.notes));
        if (draft.isAccepted() && !draft.clauses.isEmpty()) {
            ArrayNode clauses = node.putArray("clauses");
            draft.clauses.forEach(clauses::add);
        }
    }
}

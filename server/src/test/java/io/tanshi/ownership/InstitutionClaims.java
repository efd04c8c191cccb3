package io.tanshi.ownership;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;

/** The handlers of institutions: an institution deals with its own batches, applications and candidates only. */
final class InstitutionClaims {

    private static final String BATCHES = "/api/institution/batches";
    private static final String BATCH = BATCHES + "/{id}";
    private static final String ROW = BATCH + "/rows/{row}";
    private static final String APPLICATIONS = "/api/institution/applications";
    private static final String APPLICATION = APPLICATIONS + "/{id}";

    private static final String STAFF = "/api/institution/staff";

    static final Claims<InstitutionThings> ALL = all();

    private InstitutionClaims() {}

    private static Claims<InstitutionThings> all() {
        Claims<InstitutionThings> claims = new Claims<>();
        batches(claims);
        rows(claims);
        transfers(claims);
        printsAndReports(claims);
        applications(claims);
        candidates(claims);
        staff(claims);
        return claims;
    }

    private static void batches(Claims<InstitutionThings> claims) {
        claims.own("GET " + BATCHES, t -> t.batch.toString())
                .free("POST " + BATCHES, "opens a batch of the caller's own institution")
                .foreign("GET " + BATCH, t -> Call.get(BATCH, t.batch))
                .foreign("GET " + BATCH + "/progress", t -> Call.get(BATCH + "/progress", t.batch))
                .foreign("GET " + BATCH + "/rows", t -> Call.get(BATCH + "/rows", t.batch))
                .foreign("GET " + BATCH + "/problem-rows.xlsx", t -> Call.get(BATCH + "/problem-rows.xlsx", t.batch))
                .foreign("GET " + BATCH + "/dry-run", t -> Call.get(BATCH + "/dry-run", t.batch))
                .foreign(
                        "POST " + BATCH + "/row-search",
                        t -> Call.post(BATCH + "/row-search", t.batch)
                                .json(Map.of("words", "张", "page", 0, "size", 10)))
                .foreign(
                        "POST " + BATCH + "/same-writing",
                        t -> Call.post(BATCH + "/same-writing", t.batch)
                                .json(Map.of("column", "EMPLOYER", "found", "没有这家单位", "typed", "绿源")))
                .own(
                        "GET /api/institution/sittings/{code}/template.xlsx",
                        t -> Call.get("/api/institution/sittings/{code}/template.xlsx", InstitutionThings.SITTING),
                        _ -> "绿源低碳技术培训中心");
    }

    private static void rows(Claims<InstitutionThings> claims) {
        row(claims, "GET", "", (t, row) -> Call.get(ROW, row.batch(), row.row()));
        row(claims, "GET", "/texts", (t, row) -> Call.get(ROW + "/texts", row.batch(), row.row()));
        row(claims, "GET", "/files/{kind}", (t, row) -> Call.get(ROW + "/files/PHOTO", row.batch(), row.row()));
        row(
                claims,
                "POST",
                "/ruling-request",
                (t, row) -> Call.post(ROW + "/ruling-request", row.batch(), row.row())
                        .json(Map.of("version", t.rowVersion(row.row()), "reason", "专业相近")));
        row(
                claims,
                "PUT",
                "/files/{kind}",
                (t, row) -> Call.put(
                                ROW + "/files/WORK?version={version}", row.batch(), row.row(), t.rowVersion(row.row()))
                        .bytes(t.paper()));
        row(
                claims,
                "PATCH",
                "",
                (t, row) -> Call.patch(ROW, row.batch(), row.row())
                        .json(Map.of("version", t.rowVersion(row.row()), "cells", Map.of("PHONE", "13812345678"))));
        files(claims);
        claims.foreign(
                "DELETE " + ROW,
                t -> Call.delete(ROW + "?version={version}", t.batch, t.rowToRemove, t.rowVersion(t.rowToRemove)),
                t -> Call.delete(
                        ROW + "?version={version}", t.strangersBatch, t.rowToRemove, t.rowVersion(t.rowToRemove)));
        // Now that the row is mended, there is something to submit again.
        claims.foreign("POST " + BATCH + "/submission", t -> Call.post(BATCH + "/submission", t.batch))
                .foreign(
                        "POST " + BATCH + "/uploads",
                        t -> Call.post(BATCH + "/uploads", t.batch)
                                .bytes(t.upload)
                                .header("X-File-Name", "again.zip"));
    }

    private static void transfers(Claims<InstitutionThings> claims) {
        String all = BATCH + "/transfers";
        String one = all + "/{transfer}";
        claims.free("OPTIONS " + all, "says what the protocol can, the same for everybody")
                .foreign("GET " + all, t -> Call.get(all, t.batch))
                .foreign("POST " + all, t -> t.transfer(10))
                .foreign(
                        "HEAD " + one,
                        t -> tus(Call.of(HttpMethod.HEAD, one, t.batch, t.begunTransfer())),
                        t -> tus(Call.of(HttpMethod.HEAD, one, t.strangersBatch, t.begunTransfer())))
                .foreign(
                        "PATCH " + one,
                        t -> tus(Call.patch(one, t.batch, t.begunTransfer())
                                .piece(new byte[] {1})
                                .header("Upload-Offset", "0")),
                        t -> tus(Call.patch(one, t.strangersBatch, t.begunTransfer())
                                .piece(new byte[] {1})
                                .header("Upload-Offset", "0")))
                .foreign(
                        "DELETE " + one,
                        t -> Call.delete(one, t.batch, t.begunTransfer()),
                        t -> Call.delete(one, t.strangersBatch, t.begunTransfer()));
    }

    private static Call tus(Call call) {
        return call.header("Tus-Resumable", "1.0.0");
    }

    /** The row whose files are moved about is removed afterwards. */
    private static void files(Claims<InstitutionThings> claims) {
        String loose = BATCH + "/loose-files";
        claims.foreign("GET " + loose, t -> Call.get(loose, t.batch))
                .foreign(
                        "GET " + loose + "/{file}",
                        t -> Call.get(loose + "/{file}", t.batch, t.looseFile),
                        t -> Call.get(loose + "/{file}", t.strangersBatch, t.looseFile))
                .foreign(
                        "POST " + loose + "/{file}/assignment",
                        t -> Call.post(loose + "/{file}/assignment", t.batch, t.looseFile)
                                .json(place(t, "OTHER")),
                        t -> Call.post(loose + "/{file}/assignment", t.strangersBatch, t.looseFile)
                                .json(place(t, "OTHER")))
                .foreign(
                        "POST " + BATCH + "/file-moves",
                        t -> Call.post(BATCH + "/file-moves", t.batch).json(move(t)),
                        t -> Call.post(BATCH + "/file-moves", t.strangersBatch).json(move(t)))
                .foreign(
                        "POST " + loose,
                        t -> Call.post(loose, t.batch).json(place(t, "REVIEW_FORM")),
                        t -> Call.post(loose, t.strangersBatch).json(place(t, "REVIEW_FORM")));
    }

    private static Map<String, ?> move(InstitutionThings things) {
        return Map.of("from", place(things, "WORK"), "to", place(things, "OTHER"));
    }

    private static Map<String, ?> place(InstitutionThings things, String kind) {
        return Map.of("row", things.rowToRemove, "version", things.rowVersion(things.rowToRemove), "kind", kind);
    }

    private record RowPlace(UUID batch, UUID row) {}

    @FunctionalInterface
    private interface RowCall {
        Call of(InstitutionThings things, RowPlace place);
    }

    /** The stranger also asks for the row as if it were in a batch of the stranger's own. */
    private static void row(Claims<InstitutionThings> claims, String verb, String rest, RowCall call) {
        claims.foreign(
                verb + " " + ROW + rest,
                t -> call.of(t, new RowPlace(t.batch, t.rowToMend)),
                t -> call.of(t, new RowPlace(t.strangersBatch, t.rowToMend)));
    }

    private static void applications(Claims<InstitutionThings> claims) {
        claims.own(
                        "GET " + APPLICATIONS,
                        t -> Call.get(APPLICATIONS + "?sittingId={id}", t.sitting),
                        t -> t.approved.toString())
                .foreign("GET " + APPLICATION, t -> Call.get(APPLICATION, t.approved))
                .foreign(
                        "GET " + APPLICATION + "/files/{kind}", t -> Call.get(APPLICATION + "/files/PHOTO", t.approved))
                .foreign(
                        "POST " + APPLICATION + "/id-number",
                        t -> Call.post(APPLICATION + "/id-number", t.approved).json(Map.of("reason", "核对材料原件")))
                .foreign(
                        "PATCH " + APPLICATION,
                        t -> Call.patch(APPLICATION, t.returned)
                                .json(Map.of(
                                        "version", t.version(t.returned), "cells", Map.of("PHONE", "13912345678"))))
                .foreign(
                        "PUT " + APPLICATION + "/files/{kind}",
                        t -> Call.put(APPLICATION + "/files/WORK?version={version}", t.returned, t.version(t.returned))
                                .bytes(t.paper()))
                .foreign(
                        "POST " + APPLICATION + "/resubmission",
                        t -> Call.post(APPLICATION + "/resubmission", t.returned)
                                .json(Map.of("version", t.version(t.returned))))
                .foreign(
                        "POST " + APPLICATION + "/withdrawal",
                        t -> Call.post(APPLICATION + "/withdrawal", t.pending)
                                .json(Map.of("version", t.version(t.pending), "words", "本人放弃")));
    }

    /** The own people; a hand-over would end the owner's sign-in, so it is tried elsewhere. */
    private static void staff(Claims<InstitutionThings> claims) {
        claims.own("GET " + STAFF, _ -> "孙玉婷")
                .free("POST " + STAFF, "invites into the caller's own institution")
                .foreign(
                        "POST " + STAFF + "/{id}/suspension",
                        t -> Call.post(STAFF + "/{id}/suspension", t.colleague())
                                .json(Map.of("reason", "离职")))
                .foreign(
                        "POST " + STAFF + "/{id}/resumption",
                        t -> Call.post(STAFF + "/{id}/resumption", t.colleague())
                                .json(Map.of("reason", "返聘")))
                .foreign(
                        "POST " + STAFF + "/{id}/reset",
                        t -> Call.post(STAFF + "/{id}/reset", t.colleague()).json(Map.of("reason", "忘记密码")))
                .free(
                        "POST " + STAFF + "/{id}/handover",
                        "the account must be of the caller's own institution, see InstitutionUpkeepTests");
    }

    private static void printsAndReports(Claims<InstitutionThings> claims) {
        claims.foreign("GET " + APPLICATION + "/form.pdf", t -> Call.get(APPLICATION + "/form.pdf", t.approved))
                .own(
                        "GET /api/institution/application-forms",
                        t -> Call.get("/api/institution/application-forms?sittingId={id}", t.sitting),
                        InstitutionThings::number)
                .own(
                        "GET " + APPLICATIONS + "/roster.xlsx",
                        t -> Call.get(APPLICATIONS + "/roster.xlsx?sittingId={id}", t.sitting),
                        InstitutionThings::maskedNumber)
                .foreign(
                        "POST " + APPLICATION + "/reports/{report}/reply",
                        t -> Call.post(APPLICATION + "/reports/{report}/reply", t.reporting, t.report)
                                .json(Map.of("toReviewer", false, "words", "已按学历证书改正。")))
                .foreign(
                        "POST " + APPLICATIONS + "/resubmissions",
                        t -> Call.post(APPLICATIONS + "/resubmissions")
                                .json(Map.of(
                                        "applications",
                                        List.of(Map.of("id", t.returned, "version", t.version(t.returned) - 1)))));
    }

    private static void candidates(Claims<InstitutionThings> claims) {
        claims.own(
                        "GET /api/institution/activation-codes",
                        t -> Call.get("/api/institution/activation-codes?sittingId={id}", t.sitting),
                        t -> t.approved.toString())
                .own(
                        "GET /api/institution/activation-codes.xlsx",
                        t -> Call.get("/api/institution/activation-codes.xlsx?sittingId={id}", t.sitting),
                        InstitutionThings::code)
                .own(
                        "GET /api/institution/activation-codes.pdf",
                        t -> Call.get("/api/institution/activation-codes.pdf?sittingId={id}", t.sitting),
                        InstitutionThings::code)
                .foreign(
                        "GET " + APPLICATION + "/activation-square.svg",
                        t -> Call.get(APPLICATION + "/activation-square.svg", t.approved))
                .foreign(
                        "POST " + APPLICATION + "/activation-code",
                        t -> Call.post(APPLICATION + "/activation-code", t.approved)
                                .json(Map.of("reason", "激活条丢失")))
                .own(
                        "GET /api/institution/study",
                        t -> Call.get("/api/institution/study?sitting={code}", InstitutionThings.SITTING),
                        InstitutionThings::supervised)
                .own(
                        "GET /api/institution/outcomes",
                        t -> Call.get("/api/institution/outcomes?sitting={code}", InstitutionThings.SITTING),
                        t -> t.approved.toString());
    }
}

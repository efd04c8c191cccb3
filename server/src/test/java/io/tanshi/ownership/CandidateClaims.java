package io.tanshi.ownership;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The handlers of candidates: each deals with the own registration, study, ticket, result and certificate only. */
final class CandidateClaims {

    /** What the owner has when the results are out. */
    record Things(CandidateThings people, UUID certificate, UUID strangersCertificate) {}

    private static final String APPLICATION = "/api/candidate/applications/{id}";
    private static final String STUDY = "/api/candidate/study";
    private static final String LESSON = STUDY + "/lessons/{code}";
    private static final String CERTIFICATE = "/api/candidate/certificates/{id}";

    /** On which the owner tried the exam out. */
    static final String MACHINE = "Windows · Chrome 131 · 7K2Q";

    static final Claims<Things> ALL = all();

    private CandidateClaims() {}

    private static Claims<Things> all() {
        Claims<Things> claims = new Claims<>();
        pages(claims);
        check(claims);
        study(claims);
        certificates(claims);
        return claims;
    }

    private static void pages(Claims<Things> claims) {
        claims.own(
                        "GET /api/candidate/applications",
                        t -> t.people().owner.application().toString())
                .foreign(
                        "GET " + APPLICATION,
                        t -> Call.get(APPLICATION, t.people().owner.application()))
                .foreign(
                        "GET " + APPLICATION + "/files/{kind}",
                        t -> Call.get(
                                APPLICATION + "/files/PHOTO", t.people().owner.application()))
                .own("GET /api/candidate/admission/ticket.pdf", t -> {
                    String number = t.people().ticket(t.people().owner);
                    return number.substring(0, 6) + " " + number.substring(6);
                })
                .own("GET /api/candidate/personal-data", t -> t.people().owner.idNumber())
                .own("GET /api/candidate/admission", t -> t.people().ticket(t.people().owner))
                .own("GET /api/candidate/admission/photo", t -> t.people().fingerprintOfThePhoto())
                .own("GET /api/candidate/trial", _ -> MACHINE)
                .free("POST /api/candidate/trial/codes", "a code for a trial of the caller's own")
                // The stranger still writes: no score is out.
                .own("GET /api/candidate/results", _ -> "\"released\":{");
    }

    private static void check(Claims<Things> claims) {
        claims.foreign(
                        "GET " + APPLICATION + "/form.pdf",
                        t -> Call.get(
                                APPLICATION + "/form.pdf", t.people().owner.application()))
                // The owner is approved already, so nothing is asked for.
                .foreignOrElse(
                        "enrolment/not-asked-for",
                        "PUT " + APPLICATION + "/files/{kind}",
                        t -> Call.put(
                                        APPLICATION + "/files/WORK?version=1",
                                        t.people().owner.application())
                                .bytes(new byte[] {1}))
                .foreign(
                        "POST " + APPLICATION + "/reports",
                        t -> Call.post(
                                        APPLICATION + "/reports",
                                        t.people().owner.application())
                                .json(Map.of("subject", "EMPLOYER", "words", "单位名称少了“有限公司”")))
                .foreign(
                        "DELETE " + APPLICATION + "/reports/{report}",
                        t -> Call.delete(
                                APPLICATION + "/reports/{report}",
                                t.people().owner.application(),
                                detail(t).at("/reports/0/id").asString()))
                .foreign(
                        "POST " + APPLICATION + "/confirmation",
                        t -> Call.post(
                                        APPLICATION + "/confirmation",
                                        t.people().owner.application())
                                .json(Map.of("digest", detail(t).path("digest").asString())));
    }

    private static JsonNode detail(Things t) {
        return t.people().of("/api/candidate/applications/" + t.people().owner.application());
    }

    private static void study(Claims<Things> claims) {
        claims.own("GET " + STUDY, t -> "\"level\":\"" + t.people().owner.level() + "\"")
                .free("GET " + LESSON, "the text of the course, the same for everybody")
                .free("POST " + LESSON + "/windows", "opens a player of the caller's own study")
                .foreign(
                        "POST " + STUDY + "/windows/{id}/beats",
                        t -> Call.post(STUDY + "/windows/{id}/beats", t.people().window)
                                .json(Map.of("playing", true)))
                .own(
                        "GET " + STUDY + "/windows",
                        t -> t.people().of(STUDY + "/windows").at("/0/number").asString())
                .own(
                        "GET " + LESSON + "/quiz",
                        t -> Call.get(LESSON + "/quiz", t.people().lesson),
                        _ -> "\"feedback\":{")
                .free("POST " + LESSON + "/quiz/{number}", "answers a question of the caller's own study");
    }

    private static void certificates(Claims<Things> claims) {
        claims.own("GET /api/candidate/certificates", t -> t.certificate().toString())
                .foreign("GET " + CERTIFICATE + "/picture", t -> Call.get(CERTIFICATE + "/picture", t.certificate()))
                .foreign(
                        "POST " + CERTIFICATE + "/proof/objection",
                        t -> Call.post(CERTIFICATE + "/proof/objection", t.certificate())
                                .json(Map.of("comment", "姓名有误")))
                .foreign("POST " + CERTIFICATE + "/proof/check", t -> {
                    t.people().admin.good(Call.post("/api/admin/certificates/{id}/renew", t.certificate()));
                    return Call.post(CERTIFICATE + "/proof/check", t.certificate());
                })
                .foreign("GET " + CERTIFICATE + "/document", t -> {
                    t.people().issue(t.certificate());
                    return Call.get(CERTIFICATE + "/document", t.certificate());
                })
                .foreign("POST " + CERTIFICATE + "/codes", t -> Call.post(CERTIFICATE + "/codes", t.certificate()))
                .foreign(
                        "DELETE " + CERTIFICATE + "/codes/{code}",
                        t -> Call.delete(CERTIFICATE + "/codes/{code}", t.certificate(), code(t)),
                        t -> Call.delete(CERTIFICATE + "/codes/{code}", t.strangersCertificate(), code(t)));
    }

    private static String code(Things things) {
        return things.people()
                .of("/api/candidate/certificates")
                .at("/0/codes/0/id")
                .asString();
    }
}

package io.tanshi.enrolment.intake.making;

import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.intake.Material;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.kernel.ResidentId;
import io.tanshi.programme.Clause;
import io.tanshi.programme.Education;
import io.tanshi.programme.Level;
import java.awt.Color;
import java.time.YearMonth;
import java.util.List;

/** Spoils one acceptable person. */
final class FaultMaker {

    private final BatchPlan plan;
    private final Dice dice;
    private final PeopleMaker people;

    FaultMaker(BatchPlan plan, Dice dice, PeopleMaker people) {
        this.plan = plan;
        this.dice = dice;
        this.people = people;
    }

    /** The people that show the fault, in the order in which they must stand in the form. */
    List<Draft> make(Fault fault) {
        Draft draft = fault == Fault.NO_OTHER ? people.personWithCertificateOnly() : people.person();
        if (fault == Fault.DUPLICATE) {
            return List.of(draft, duplicateOf(draft));
        }
        if (fault == Fault.PHOTO_SHARED) {
            Draft other = people.person();
            other.photo = draft.photo;
            expect(draft, fault);
            expect(other, fault);
            return List.of(draft, other);
        }
        expect(draft, fault);
        spoil(draft, fault);
        return List.of(draft);
    }

    private void spoil(Draft draft, Fault fault) {
        switch (fault) {
            case REQUIRED_MISSING_NAME -> draft.cell(Column.NAME, "");
            case REQUIRED_MISSING_PHONE -> draft.cell(Column.PHONE, "");
            case REQUIRED_MISSING_EMPLOYER -> draft.cell(Column.EMPLOYER, "");
            case PHONE -> draft.cell(Column.PHONE, dice.oneIn(2) ? "12345" : "2" + dice.digits(10));
            case LEVEL -> draft.cell(Column.LEVEL, "特级");
            case SITTING ->
                draft.cell(Column.SITTING, plan.sitting().minusMonths(2).toString());
            case FORMULA -> draft.formulas.add(Column.EMPLOYER);
            case NOT_ELIGIBLE -> disqualify(draft);
            case UNLISTED_MAJOR -> unlistedMajor(draft);
            case LONG_WORK -> {
                while (draft.cell(Column.WORK_YEARS).equals("0")) {
                    copy(people.person(), draft);
                }
                draft.cell(
                        Column.GRADUATED,
                        YearMonth.from(plan.asOf()).minusMonths(6).toString());
            }
            case CONFLICTING_PAPERS -> contradict(draft);
            case NO_REVIEW_FORM -> draft.papers.remove(Material.REVIEW_FORM);
            case NO_ID_FRONT -> draft.papers.remove(Material.ID_FRONT);
            case NO_ID_BACK -> draft.papers.remove(Material.ID_BACK);
            case NO_EDUCATION -> draft.papers.remove(Material.EDUCATION);
            case NO_WORK -> draft.papers.remove(Material.WORK);
            case NO_OTHER -> draft.papers.remove(Material.OTHER);
            default -> spoilIdentityOrPhoto(draft, fault);
        }
    }

    private void spoilIdentityOrPhoto(Draft draft, Fault fault) {
        String number = draft.cell(Column.DOCUMENT_NUMBER);
        switch (fault) {
            case ID_LENGTH -> draft.cell(Column.DOCUMENT_NUMBER, number.substring(0, 17));
            case ID_OLD -> draft.cell(Column.DOCUMENT_NUMBER, number.substring(0, 6) + number.substring(8, 17));
            case ID_REGION -> renumber(draft, "99" + number.substring(2, 17));
            case ID_BIRTH_DATE -> renumber(draft, number.substring(0, 10) + "0231" + number.substring(14, 17));
            case ID_CHECKSUM -> {
                char wrong = number.charAt(17) == '7' ? '4' : '7';
                draft.cell(Column.DOCUMENT_NUMBER, number.substring(0, 17) + wrong);
                draft.nameFiles();
            }
            case ID_AS_NUMBER -> {
                draft.cell(Column.DOCUMENT_NUMBER, number.substring(0, 15) + "000");
                draft.numbers.add(Column.DOCUMENT_NUMBER);
            }
            case SEX -> draft.cell(Column.SEX, draft.cell(Column.SEX).equals("男") ? "女" : "男");
            case AGE -> {
                ResidentId.Sex sex = draft.cell(Column.SEX).equals("男") ? ResidentId.Sex.MALE : ResidentId.Sex.FEMALE;
                draft.cell(Column.DOCUMENT_NUMBER, people.number(plan.asOf().minusYears(dice.between(12, 14)), sex));
                draft.nameFiles();
            }
            default -> spoilFiles(draft, fault);
        }
    }

    private void spoilFiles(Draft draft, Fault fault) {
        PhotoStyle photo = draft.photo == null ? new PhotoStyle(0, Color.BLUE, PhotoStyle.Defect.NONE) : draft.photo;
        switch (fault) {
            case PHOTO_MISSING -> draft.photo = null;
            case PHOTO_WRONG_NAME -> draft.photoName = people.name();
            case PHOTO_WRONG_NUMBER -> draft.photoNumber = otherDigit(draft.photoNumber);
            case PHOTO_EMPTY -> draft.photo = photo.spoilt(PhotoStyle.Defect.EMPTY);
            case PHOTO_BROKEN -> draft.photo = photo.spoilt(PhotoStyle.Defect.BROKEN);
            case PHOTO_CUT_OFF -> draft.photo = photo.spoilt(PhotoStyle.Defect.CUT_OFF);
            case PHOTO_HUGE -> draft.photo = photo.spoilt(PhotoStyle.Defect.HUGE);
            case PHOTO_PNG -> draft.photo = photo.spoilt(PhotoStyle.Defect.PNG);
            case PHOTO_SMALL -> draft.photo = photo.spoilt(PhotoStyle.Defect.SMALL);
            case PHOTO_SQUARE -> draft.photo = photo.spoilt(PhotoStyle.Defect.SQUARE);
            case PHOTO_WHITE -> draft.photo = photo.on(Color.WHITE);
            case PHOTO_RED -> draft.photo = photo.on(new Color(219, 19, 29));
            case TURNED -> draft.photo = photo.spoilt(PhotoStyle.Defect.TURNED);
            default -> dress(draft, fault);
        }
    }

    /** Oddities that the check sets right by itself. */
    private void dress(Draft draft, Fault fault) {
        switch (fault) {
            case WIDE_ID -> draft.cell(Column.DOCUMENT_NUMBER, " " + wide(draft.cell(Column.DOCUMENT_NUMBER)) + "　");
            case WIDE_PHONE -> draft.cell(Column.PHONE, wide(draft.cell(Column.PHONE)));
            case LOWER_X -> {
                while (!draft.cell(Column.DOCUMENT_NUMBER).endsWith("X")) {
                    copy(people.person(), draft);
                }
                draft.cell(
                        Column.DOCUMENT_NUMBER,
                        draft.cell(Column.DOCUMENT_NUMBER).replace('X', 'x'));
            }
            case DOTTED_NAME -> rename(draft, dice.pick(Words.DOTTED));
            case RARE_NAME -> rename(draft, dice.pick(Words.RARE));
            default -> throw new IllegalStateException("No person shows " + fault);
        }
    }

    private void disqualify(Draft draft) {
        draft.cell(Column.EDUCATION, "中专");
        draft.cell(Column.MAJOR, dice.pick(Words.MAJORS));
        draft.cell(Column.WORK_YEARS, "" + dice.between(0, 1));
        draft.cell(Column.CERTIFICATE_CATEGORY, "无");
        draft.cell(Column.CERTIFICATE_NAME, "");
        draft.cell(Column.CERTIFICATE_OBTAINED, "");
        draft.papers.remove(Material.OTHER);
    }

    /** 大专 with one year falls short of clause (2) of 高级 and would meet clause (5) with a related major. */
    private void unlistedMajor(Draft draft) {
        disqualify(draft);
        draft.cell(Column.EDUCATION, "大专");
        draft.cell(Column.MAJOR, dice.pick(Words.UNLISTED_MAJORS));
        draft.cell(Column.WORK_YEARS, "1");
        draft.cell(Column.LEVEL, "高级");
        draft.clauses = List.of();
    }

    /** A degree of half a year ago beside three years of work: clauses (2) and (3) of 高级 hold, and fall if only later work counts. */
    private void contradict(Draft draft) {
        disqualify(draft);
        draft.cell(Column.EDUCATION, Education.BACHELOR.label());
        draft.cell(Column.GRADUATED, YearMonth.from(plan.asOf()).minusMonths(6).toString());
        draft.cell(Column.WORK_YEARS, "3");
        draft.cell(Column.LEVEL, Level.SENIOR.label());
        Qualification person = new Qualification(Education.BACHELOR, draft.cell(Column.MAJOR), 36, null);
        draft.clauses = people.verdict(Level.SENIOR, person).holding().stream()
                .map(Clause::number)
                .toList();
    }

    private Draft duplicateOf(Draft first) {
        Draft second = new Draft(new PhotoStyle(0, Color.BLUE, PhotoStyle.Defect.EMPTY));
        second.cells.putAll(first.cells);
        second.photo = null;
        second.papers.clear();
        second.nameFiles();
        expect(second, Fault.DUPLICATE);
        return second;
    }

    private static void rename(Draft draft, String name) {
        draft.cell(Column.NAME, name);
        draft.nameFiles();
    }

    private static void renumber(Draft draft, String first17) {
        draft.cell(Column.DOCUMENT_NUMBER, first17 + ResidentId.checkCharacter(first17));
        draft.nameFiles();
    }

    private static void copy(Draft from, Draft to) {
        to.cells.clear();
        to.cells.putAll(from.cells);
        to.papers.clear();
        to.papers.addAll(from.papers);
        to.clauses = from.clauses;
        to.photo = from.photo;
        to.nameFiles();
    }

    private static String otherDigit(String number) {
        char last = number.charAt(16);
        return number.substring(0, 16) + (char) ('0' + (last - '0' + 1) % 10) + number.substring(17);
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }

    private static void expect(Draft draft, Fault fault) {
        if (fault.isBlocking()) {
            draft.expected.add(fault.code());
        } else {
            draft.notes.add(fault.note());
        }
    }
}

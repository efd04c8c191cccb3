package io.tanshi.delivery.record;

import io.tanshi.delivery.AttemptState;
import io.tanshi.delivery.likeness.Likeness.Verdict;
import io.tanshi.delivery.record.RecordReader.SittingRecord;
import io.tanshi.delivery.record.RecordReader.StaffAct;
import io.tanshi.delivery.rulings.Ruling;
import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.Palette;
import io.tanshi.platform.paper.PaperBook;
import io.tanshi.platform.paper.TextStyle;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The record on paper: figures, rulings, acts of staff, and lines to sign on. */
final class RecordPaper {

    private static final double LEFT = 76;
    private static final double WIDTH = 642;
    private static final double BOTTOM = 1040;
    private static final TextStyle TITLE = TextStyle.bold(30, Palette.INK).spaced(0.15);
    private static final TextStyle HEAD = TextStyle.bold(17, Palette.INK);
    private static final TextStyle TEXT = TextStyle.regular(14, Palette.INK);
    private static final TextStyle HINT = TextStyle.regular(12, Palette.INK_2);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(RecordReader.ZONE);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(RecordReader.ZONE);

    private final PaperBook book;
    private final SittingRecord record;
    private Canvas canvas;
    private double y;
    private int pages;

    private RecordPaper(PaperBook book, SittingRecord record) throws IOException {
        this.book = book;
        this.record = record;
        this.canvas = book.page();
        this.y = 96;
        this.pages = 1;
    }

    static void draw(PaperBook book, SittingRecord record) throws IOException {
        RecordPaper paper = new RecordPaper(book, record);
        try {
            paper.draw();
        } finally {
            paper.canvas.close();
        }
    }

    private void draw() throws IOException {
        canvas.centred(LEFT + WIDTH / 2, y, TITLE, "考场情况记录");
        y += 34;
        String when = MOMENT.format(record.run().startsAt());
        canvas.centred(LEFT + WIDTH / 2, y, TEXT, book.drawable(record.sitting().name()) + " · " + when + " 开考");
        y += 22;
        canvas.centred(
                LEFT + WIDTH / 2, y, HINT, "由考试记录自动汇总于 " + MOMENT.format(record.now()) + "（服务器时间）。签字前请核对，有出入在下方注明。");
        y += 34;
        figures();
        section("补时核定", record.rulings().stream().map(RecordPaper::ruling).toList(), "本场没有核定补时。");
        section("处置与通知", record.acts().stream().map(RecordPaper::act).toList(), "本场没有处置。");
        signatures();
    }

    private void figures() throws IOException {
        head("人数");
        long seated = record.seats().size();
        line("应考 %d 人，实到 %d 人，未到 %d 人。".formatted(seated, record.come(), seated - record.come()));
        line("已交卷 %d 人，终止考试 %d 人，仍在作答 %d 人。"
                .formatted(
                        record.in(Set.of(AttemptState.SUBMITTED)),
                        record.in(Set.of(AttemptState.TERMINATED)),
                        record.in(Set.of(AttemptState.WAITING, AttemptState.OPEN, AttemptState.PAUSED))));
        line("身份核对：一致 %d 人，不是本人 %d 人，存疑 %d 人，未核对 %d 人。"
                .formatted(
                        record.judged(Verdict.SAME),
                        record.judged(Verdict.NOT_SAME),
                        record.judged(Verdict.UNCLEAR),
                        record.judged(null)));
        y += 8;
    }

    private static String ruling(Ruling ruling) {
        Ruling.Step decided = ruling.decided();
        return "%s %s，%s–%s，%d 人：%s。%s 提出（%s），%s。"
                .formatted(
                        ruling.category().label(),
                        ruling.place(),
                        clock(ruling.span().from()),
                        clock(ruling.span().until()),
                        ruling.shares().size(),
                        ruling.reason() + minutes(ruling),
                        ruling.proposed().label(),
                        clock(ruling.proposed().at()),
                        decided == null
                                ? ruling.state().label()
                                : "%s %s（%s）：%s"
                                        .formatted(
                                                decided.label(),
                                                ruling.state().label(),
                                                clock(decided.at()),
                                                decided.words()));
    }

    private static String minutes(Ruling ruling) {
        List<Integer> given = ruling.shares().stream()
                .map(Ruling.Share::minutes)
                .distinct()
                .sorted()
                .toList();
        return given.size() == 1
                ? "，各 %d 分钟".formatted(given.getFirst())
                : "，%d 至 %d 分钟".formatted(given.getFirst(), given.getLast());
    }

    private static String act(StaffAct act) {
        String what = Stream.of(Words.of(act.verb()), act.minutes())
                .filter(word -> !word.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        return "%s　%s　%s：%s　（%s）"
                .formatted(CLOCK.format(act.at().toInstant()), act.whom(), what, act.reason(), act.by());
    }

    private static String clock(Instant at) {
        return CLOCK.format(at);
    }

    private void section(String title, List<String> lines, String none) throws IOException {
        head(title + " " + lines.size());
        if (lines.isEmpty()) {
            line(none);
        }
        for (String line : lines) {
            line(line);
        }
        y += 8;
    }

    private void signatures() throws IOException {
        room(210);
        head("签字");
        line("其他情况：");
        canvas.line(LEFT, y + 8, LEFT + WIDTH, y + 8, 0.7, Palette.INK_3);
        y += 56;
        for (String who : List.of("主考", "监考员", "监考员", "考点负责人")) {
            canvas.text(LEFT, y, TEXT, who);
            canvas.line(LEFT + 90, y + 4, LEFT + 360, y + 4, 0.7, Palette.INK);
            canvas.text(LEFT + 400, y, TEXT, "日期");
            canvas.line(LEFT + 440, y + 4, LEFT + WIDTH, y + 4, 0.7, Palette.INK);
            y += 40;
        }
        footer();
    }

    private void head(String words) throws IOException {
        room(70);
        canvas.line(LEFT, y - 20, LEFT + WIDTH, y - 20, 0.9, Palette.INK);
        canvas.text(LEFT, y, HEAD, words);
        y += 28;
    }

    private void line(String words) throws IOException {
        for (String part : canvas.lines(WIDTH, TEXT, book.drawable(words))) {
            room(24);
            canvas.text(LEFT, y, TEXT, part);
            y += 22;
        }
        y += 4;
    }

    private void room(double height) throws IOException {
        if (y + height > BOTTOM) {
            footer();
            canvas.close();
            canvas = book.page();
            pages++;
            y = 96;
        }
    }

    private void footer() throws IOException {
        canvas.centred(LEFT + WIDTH / 2, 1084, HINT, "第 " + pages + " 页");
    }
}

package io.tanshi.exam.seating;

import io.tanshi.exam.seating.TicketController.AdmissionTicketView;
import io.tanshi.platform.paper.Canvas;
import io.tanshi.platform.paper.CodeSquare;
import io.tanshi.platform.paper.Palette;
import io.tanshi.platform.paper.PaperBook;
import io.tanshi.platform.paper.Portrait;
import io.tanshi.platform.paper.TextStyle;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One ticket on one A4 page; the words are those of the ticket on the screen. */
final class TicketPage {

    private static final double LEFT = 76;
    private static final double WIDTH = 642;
    private static final double COLUMN = LEFT + 112;
    private static final double MIDDLE = LEFT + WIDTH / 2;
    private static final TextStyle LABEL = TextStyle.regular(15, Palette.INK_2);
    private static final TextStyle VALUE = TextStyle.bold(18, Palette.INK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日 EEE HH:mm", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Canvas canvas;
    private final PaperBook book;
    private final AdmissionTicketView ticket;
    private double y;

    private TicketPage(Canvas canvas, PaperBook book, AdmissionTicketView ticket) {
        this.canvas = canvas;
        this.book = book;
        this.ticket = ticket;
    }

    static void draw(PaperBook book, String programme, AdmissionTicketView ticket, @Nullable Portrait photo)
            throws IOException {
        try (Canvas canvas = book.page()) {
            new TicketPage(canvas, book, ticket).draw(programme, photo);
        }
    }

    private void draw(String programme, @Nullable Portrait photo) throws IOException {
        canvas.fitted(MIDDLE, 92, WIDTH, TextStyle.regular(18, Palette.INK_2), programme);
        canvas.centred(MIDDLE, 140, TextStyle.bold(38, Palette.INK).spaced(0.3), "准考证");
        canvas.centred(
                MIDDLE, 170, TextStyle.regular(16, Palette.INK), ticket.sittingName() + " · " + ticket.levelLabel());
        canvas.line(LEFT, 190, LEFT + WIDTH, 190, 1.6, Palette.INK);
        person(photo);
        place();
        rules();
    }

    private void person(@Nullable Portrait photo) throws IOException {
        double x = LEFT + WIDTH - 118;
        canvas.rectangle(x - 1, 213, 107, 149.6, 0.8, Palette.INK);
        if (photo != null) {
            canvas.image(photo.picture(), x, 214, 105, 147.6);
        }
        String number = ticket.ticketNumber();
        y = 240;
        canvas.text(LEFT, y, LABEL, "准考证号");
        canvas.text(COLUMN, y + 3, TextStyle.bold(30, Palette.INK), number.substring(0, 6) + " " + number.substring(6));
        y = 284;
        row("姓名", ticket.name());
        row("证件号码", ticket.maskedDocument());
        row("级别", ticket.levelLabel());
        y = 388;
    }

    private void place() throws IOException {
        canvas.line(LEFT, y, LEFT + WIDTH, y, 0.7, Palette.INK_3);
        double top = y;
        y += 36;
        row("考试时间", DAY.format(ticket.startsAt()) + "–" + TIME.format(ticket.endsAt()));
        row("考点", ticket.site());
        small(ticket.address());
        small(ticket.contact().isEmpty() ? "" : "联系 " + ticket.contact());
        small(ticket.directions().isEmpty() ? "" : "路线 " + ticket.directions());
        row("机房", ticket.room());
        row("座位", ticket.seat() + " 座");
        // The number again, for the reader at the door; it names nobody by itself.
        CodeSquare.draw(canvas, LEFT + WIDTH - 118, Math.max(top + 84, y - 142), 106, ticket.ticketNumber());
        canvas.line(LEFT, y, LEFT + WIDTH, y, 0.7, Palette.INK_3);
        y += 36;
    }

    private void row(String label, String value) throws IOException {
        canvas.text(LEFT, y, LABEL, label);
        y = canvas.paragraph(COLUMN, y, WIDTH - 112 - 130, 26, VALUE, book.drawable(value)) + 10;
    }

    private void small(String words) throws IOException {
        if (!words.isEmpty()) {
            y = canvas.paragraph(COLUMN, y - 8, WIDTH - 112 - 130, 22, LABEL, book.drawable(words)) + 10;
        }
    }

    private void rules() throws IOException {
        canvas.text(LEFT, y, TextStyle.bold(17, Palette.INK), "考生须知");
        y += 30;
        List<String> rules = words();
        for (int i = 0; i < rules.size(); i++) {
            canvas.text(LEFT, y, LABEL, (i + 1) + ".");
            y = canvas.paragraph(LEFT + 26, y, WIDTH - 26, 25, TextStyle.regular(15, Palette.INK), rules.get(i)) + 4;
        }
    }

    private List<String> words() {
        return List.of(
                "%s 起入场，请带本人有效身份证件原件与本准考证。".formatted(time(ticket.entryOpensAt())),
                "%s 开考，时长 %d 分钟，%s 自动收卷。"
                        .formatted(time(ticket.startsAt()), ticket.rules().durationMinutes(), time(ticket.endsAt())),
                "开考 %d 分钟后（%s）不得入场；%s 起可以交卷。"
                        .formatted(
                                ticket.rules().lateEntryMinutes(),
                                time(ticket.lateEntryEndsAt()),
                                time(ticket.handInOpensAt())),
                "考场代码由监考员在考场宣布，入场时与准考证号、证件号码一同输入。",
                "断网时请继续作答，答案存在本机并在恢复后上传；一次中断 %d 分钟以上由监考核定补时。"
                        .formatted(ticket.rules().lostTimeFromMinutes()),
                "考场内禁止使用手机、智能手表等通讯设备；违反考场纪律的，按评测规则处理。");
    }

    private static String time(OffsetDateTime at) {
        return TIME.format(at);
    }
}

package io.tanshi.enrolment.review;

import io.tanshi.enrolment.application.Registration;
import io.tanshi.enrolment.eligibility.Qualification;
import io.tanshi.enrolment.intake.form.Column;
import io.tanshi.enrolment.intake.form.FormCell;
import io.tanshi.programme.Education;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** One drawn person of a measured queue; the same number always gives the same person. */
final class MadePerson {

    /** @param name two or three characters */
    record Person(String name, String number, String phone) {

        @Override
        public String toString() {
            return "Person[protected]";
        }
    }

    private static final String SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private static final String GIVEN =
            "伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕晓梅春雪松波琳倩云飞宇浩然子轩思雨欣怡嘉俊佳慧婷颖莹帆航凯瑞鹏博远景行知许星河怀瑾若棠昭晨峰雅清扬修竹清和望舒";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final int number;
    private final Random random;

    MadePerson(int number) {
        this.number = number;
        this.random = new Random(number * 2_654_435_761L);
    }

    Person person() {
        String name = one(SURNAMES) + one(GIVEN) + (random.nextInt(10) < 8 ? one(GIVEN) : "");
        String body = "110101%04d%02d%02d%03d"
                .formatted(1960 + number / 84_000, 1 + number / 7_000 % 12, 1 + number / 250 % 28, number % 250 * 4);
        return new Person(name, body + check(body), String.format(Locale.ROOT, "138%08d", number));
    }

    private String one(String characters) {
        int at = random.nextInt(characters.length());
        return characters.substring(at, at + 1);
    }

    private static char check(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    Registration registration() {
        Person person = person();
        Map<Column, Registration.Entry> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            cells.put(column, entry("测量数据"));
        }
        cells.put(Column.NAME, entry(person.name()));
        cells.put(Column.DOCUMENT_NUMBER, entry(person.number()));
        cells.put(Column.PHONE, entry(person.phone()));
        cells.put(Column.EDUCATION, entry(Education.BACHELOR.label()));
        cells.put(Column.GRADUATED, entry("2018-06"));
        cells.put(Column.WORK_YEARS, entry("5"));
        return new Registration(number + 2, cells, new Qualification(Education.BACHELOR, "环境工程", 60, null), List.of());
    }

    private static Registration.Entry entry(String text) {
        return new Registration.Entry(text, text, FormCell.Nature.TEXT);
    }
}
